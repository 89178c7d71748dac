package app.caravel.contact.imports;

/** What a person typed where addresses are asked for. */
public final class AddressText {

    private AddressText() {}

    /** Whether an import would find an address in it. */
    public static boolean hasOne(String typed) {
        return !AddressCells.read(typed).addresses().isEmpty();
    }
}
