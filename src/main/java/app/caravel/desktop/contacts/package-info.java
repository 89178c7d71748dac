/** The Contacts screen: who is there, who is new, who may not be written to. Uses kit, workspace and contact. */
@NullMarked
package app.caravel.desktop.contacts;

import org.jspecify.annotations.NullMarked;
