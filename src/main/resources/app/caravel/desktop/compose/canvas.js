/*
 * The canvas: edits in place what Java has drawn, and tells Java (window.host). It knows no block's meaning beyond the
 * attributes that CanvasHtml writes: data-cv, data-type, data-edit, data-kind, data-column.
 */
(function () {
  'use strict';

  var PAUSE = 30;
  var hints = {};
  var chosen = '';
  var composing = false;
  var timer = 0;
  var dirty = null;
  var mail = document.getElementById('mail');
  var line = document.getElementById('line');

  function host() { return window.host; }

  function up(node, attribute) {
    for (var at = node; at && at !== document; at = at.parentNode) {
      if (at.nodeType === 1 && at.hasAttribute(attribute)) { return at; }
    }
    return null;
  }

  function byId(id) { return id ? mail.querySelector('[data-cv="' + id + '"]') : null; }

  function all() { return Array.prototype.slice.call(mail.querySelectorAll('[data-cv]')); }

  function editing() {
    var at = document.activeElement;
    return at && at !== document.body ? up(at, 'data-edit') : null;
  }

  // ---- drawing ---------------------------------------------------------------------------------

  function isEmpty(element) { return element.textContent.replace(/[\s\u200b]/g, '') === '' && !element.querySelector('img, .cv-chip'); }

  function showHint(element) {
    var empty = isEmpty(element);
    element.classList.toggle('cv-empty', empty);
    if (empty) { element.setAttribute('data-hint', hints[element.getAttribute('data-edit')] || ''); }
  }

  function dress() {
    Array.prototype.forEach.call(mail.querySelectorAll('[data-edit]'), function (element) {
      element.setAttribute('contenteditable', 'true');
      if (element.getAttribute('data-kind') === 'rich' && element.innerHTML.trim() === '') { element.innerHTML = '<p><br></p>'; }
      showHint(element);
    });
    Array.prototype.forEach.call(mail.querySelectorAll('[data-column]'), function (column) {
      if (!column.querySelector('[data-cv]')) { column.appendChild(hole(hints.column)); }
    });
    all().forEach(function (block) {
      var type = block.getAttribute('data-type');
      if (type === 'picture' && !block.querySelector('img')) { block.appendChild(hole(hints.picture)); }
      if (type === 'social' && !block.querySelector('a')) { block.appendChild(hole(hints.social)); }
      if ((type === 'raw_html' || type === 'raw_mjml') && isEmpty(block)) { block.appendChild(hole(hints.raw)); }
    });
  }

  function hole(words) {
    var element = document.createElement('div');
    element.className = 'cv-hole';
    element.textContent = words || '';
    return element;
  }

  /** @param focused whether the person is in the canvas, and not in a field beside it */
  function show(styles, body, id, edits, letter, focused) {
    drop();
    var editedProperty = focused && editing() ? editing().getAttribute('data-edit') : null;
    var top = window.pageYOffset;
    document.getElementById('mail-styles').textContent = styles;
    document.getElementById('paper').className = letter ? 'letter' : '';
    mail.innerHTML = body;
    dress();
    mark(id);
    window.scrollTo(0, top);
    if (id && (edits || editedProperty)) { edit(id, editedProperty); }
    if (edits) { reveal(id); }
    frame();
  }

  function reveal(id) {
    var block = byId(id);
    if (!block) { return; }
    var at = block.getBoundingClientRect();
    if (at.top < 48) { window.scrollBy(0, at.top - 48); }
    if (at.bottom > window.innerHeight - 8) { window.scrollBy(0, Math.min(at.top - 48, at.bottom - window.innerHeight + 24)); }
  }

  function mark(id) {
    chosen = byId(id) ? id : '';
    all().forEach(function (block) { block.classList.toggle('cv-on', block.getAttribute('data-cv') === chosen); });
  }

  function frame() {
    var block = byId(chosen);
    if (!block) { host().framed(0, 0, 0, 0); return; }
    var at = block.getBoundingClientRect();
    host().framed(at.left, at.top, at.width, at.height);
  }

  // ---- choosing and editing --------------------------------------------------------------------

  function choose(id, tells) {
    if (id === chosen) { return; }
    flush();
    mark(id);
    if (tells) { host().chose(chosen); }
    frame();
  }

  function edit(id, property) {
    var block = byId(id);
    if (!block) { return false; }
    var first = (property && block.querySelector('[data-edit="' + property + '"]')) || (block.hasAttribute('data-edit') ? block : block.querySelector('[data-edit]'));
    if (!first || first.closest('[data-cv]') !== block) { document.body.focus(); return false; }
    first.focus();
    caretAtEnd(first);
    return true;
  }

  function caretAtEnd(element) {
    var range = document.createRange();
    var last = element;
    if (element.getAttribute('data-kind') === 'rich' && element.lastElementChild) { last = element.lastElementChild; }
    range.selectNodeContents(last);
    if (!isEmpty(element)) { range.collapse(false); } else { range.collapse(true); }
    var selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  }

  function leave() {
    flush();
    var at = document.activeElement;
    if (at && at.blur) { at.blur(); }
    window.getSelection().removeAllRanges();
    document.body.focus();
  }

  // ---- what was typed --------------------------------------------------------------------------

  function changed(element) {
    showHint(element);
    dirty = element;
    clearTimeout(timer);
    if (!composing) { timer = setTimeout(flush, PAUSE); }
  }

  function drop() {
    clearTimeout(timer);
    dirty = null;
  }

  function flush() {
    clearTimeout(timer);
    var element = dirty;
    if (!element || composing) { return; }
    dirty = null;
    var block = up(element, 'data-cv');
    if (!block) { return; }
    var kind = element.getAttribute('data-kind');
    var value = kind === 'cells' ? cells(element) : element.innerHTML;
    host().typed(block.getAttribute('data-cv'), element.getAttribute('data-edit'), kind, value);
    frame();
  }

  function cells(element) {
    var rows = [];
    Array.prototype.forEach.call(element.closest('table').rows, function (row) {
      var line = [];
      Array.prototype.forEach.call(row.cells, function (cell) { if (cell.getAttribute('data-kind') === 'cells') { line.push(cell.innerHTML); } });
      if (line.length) { rows.push(line); }
    });
    return JSON.stringify(rows);
  }

  document.addEventListener('compositionstart', function () { composing = true; clearTimeout(timer); });
  document.addEventListener('compositionend', function (event) {
    composing = false;
    var element = up(event.target, 'data-edit');
    if (element) { changed(element); }
  });
  document.addEventListener('input', function (event) {
    var element = up(event.target, 'data-edit');
    if (!element) { return; }
    changed(element);
    if (!composing && element.getAttribute('data-kind') === 'rich' && paragraph(element) === '/') { flush(); host().act('slash'); }
  });

  /** The text of the paragraph with the caret. */
  function paragraph(element) {
    var at = window.getSelection().anchorNode;
    while (at && at.parentNode !== element && at !== element) { at = at.parentNode; }
    return at ? at.textContent.replace(/\u200b/g, '').trim() : '';
  }

  /** Takes the slash out that asked for the menu. */
  function unslash() {
    var element = editing() || (dirty && dirty);
    if (!element) { return; }
    var range = window.getSelection();
    if (paragraph(element) === '/') {
      document.execCommand('delete', false, null);
      if (paragraph(element) === '/' && range.anchorNode) { range.anchorNode.textContent = ''; }
      changed(element);
      flush();
    }
  }

  // ---- pressing --------------------------------------------------------------------------------

  document.addEventListener('mousedown', function (event) {
    var block = up(event.target, 'data-cv');
    choose(block ? block.getAttribute('data-cv') : '', true);
    if (!up(event.target, 'data-edit')) {
      event.preventDefault();
      leave();
      var column = up(event.target, 'data-column');
      if (block && column && event.target.className === 'cv-hole') { host().hole(block.getAttribute('data-cv'), Number(column.getAttribute('data-column'))); }
      else if (block && event.target.className === 'cv-hole') { host().act('fill'); }
    }
  });
  document.addEventListener('click', function (event) {
    event.preventDefault();
    var chip = up(event.target, 'data-liquid');
    if (chip) { flush(); host().chip(chip.getAttribute('data-liquid')); }
  });
  document.addEventListener('dblclick', function (event) {
    var block = up(event.target, 'data-cv');
    if (block && !up(event.target, 'data-edit')) { host().act('fill'); }
  });
  document.addEventListener('dragstart', function (event) { event.preventDefault(); });
  document.addEventListener('drop', function (event) { event.preventDefault(); });
  document.addEventListener('focusin', function (event) {
    var block = up(event.target, 'data-cv');
    if (block) { choose(block.getAttribute('data-cv'), true); }
  });
  document.addEventListener('focusout', flush);
  window.addEventListener('scroll', frame);
  window.addEventListener('resize', frame);
  document.addEventListener('load', frame, true);

  // ---- keys ------------------------------------------------------------------------------------

  function does(event, act) {
    event.preventDefault();
    event.stopPropagation();
    flush();
    host().act(act);
  }

  document.addEventListener('keydown', function (event) {
    if (composing || event.keyCode === 229) { return; }
    var ctrl = event.ctrlKey || event.metaKey;
    var code = event.keyCode;
    if (ctrl && code === 90) { return does(event, event.shiftKey ? 'redo' : 'undo'); }
    if (ctrl && code === 89) { return does(event, 'redo'); }
    if (ctrl && code === 68) { return does(event, 'duplicate'); }
    if (ctrl && code === 77) { return does(event, 'field'); }
    if (ctrl && code === 13) { return does(event, 'go-on'); }
    if (ctrl && code === 86) { return does(event, 'paste'); }
    if (event.altKey && code === 38) { return does(event, 'up'); }
    if (event.altKey && code === 40) { return does(event, 'down'); }
    var element = editing();
    if (element) { inText(event, element, ctrl, code); } else { onBlock(event, ctrl, code); }
  });
  // which key makes a slash is the keyboard's affair
  document.addEventListener('keypress', function (event) {
    if (event.charCode === 47 && !editing()) { does(event, 'slash'); }
  });

  function inText(event, element, ctrl, code) {
    var kind = element.getAttribute('data-kind');
    if (code === 27) { event.preventDefault(); event.stopPropagation(); leave(); return; }
    if (ctrl && (code === 66 || code === 73 || code === 85)) {
      event.preventDefault();
      if (kind === 'rich' || kind === 'line') { format(code === 66 ? 'bold' : code === 73 ? 'italic' : 'underline'); }
      return;
    }
    if (ctrl && code === 76) { return does(event, 'link'); }
    if (code === 13 && kind !== 'rich') { event.preventDefault(); next(element, 1) || leave(); return; }
    if (code === 9) { event.preventDefault(); if (!next(element, event.shiftKey ? -1 : 1)) { leave(); } }
  }

  /** The next thing to write in. */
  function next(element, by) {
    var places = Array.prototype.slice.call(mail.querySelectorAll('[data-edit]'));
    var place = places[places.indexOf(element) + by];
    if (!place) { return false; }
    flush();
    place.focus();
    caretAtEnd(place);
    reveal(chosen);
    return true;
  }

  function onBlock(event, ctrl, code) {
    if (code === 38 || code === 40) {
      event.preventDefault();
      var blocks = all();
      var at = blocks.indexOf(byId(chosen));
      var to = blocks[at < 0 ? 0 : Math.max(0, Math.min(blocks.length - 1, at + (code === 38 ? -1 : 1)))];
      if (to) { choose(to.getAttribute('data-cv'), true); reveal(chosen); frame(); }
      return;
    }
    if (code === 27 && chosen) { event.preventDefault(); event.stopPropagation(); choose('', true); return; }
    if (!chosen) { return; }
    if (code === 13) { event.preventDefault(); if (!edit(chosen)) { host().act('fill'); } return; }
    if (code === 46 || code === 8) { return does(event, 'remove'); }
    if (ctrl && code === 67) { return does(event, 'copy'); }
    if (ctrl && code === 88) { return does(event, 'cut'); }
  }

  // ---- what Java asks for ----------------------------------------------------------------------

  function format(command, value) {
    var element = editing();
    if (!element) { return; }
    document.execCommand('styleWithCSS', false, false);
    document.execCommand(command, false, value || null);
    changed(element);
    flush();
  }

  // not execCommand('insertHTML'): it makes plain text with colours of what must stay a chip
  function insert(html) {
    var element = editing();
    var selection = window.getSelection();
    if (!element || !selection.rangeCount) { return false; }
    var range = selection.getRangeAt(0);
    if (!element.contains(range.startContainer)) { return false; }
    range.deleteContents();
    var holder = document.createElement('div');
    holder.innerHTML = html;
    var nodes = Array.prototype.slice.call(holder.childNodes);
    if (!nodes.length) { return true; }
    var blocks = element.getAttribute('data-kind') === 'rich' && nodes.some(function (node) { return node.nodeType === 1 && /^(P|UL|OL)$/.test(node.tagName); });
    if (blocks) { insertBlocks(element, range, nodes); } else { insertLine(element, range, nodes); }
    changed(element);
    flush();
    return true;
  }

  function insertLine(element, range, nodes) {
    var only = element.querySelector('p > br:only-child');
    if (only && isEmpty(element)) { range.setStart(only.parentNode, 0); range.collapse(true); only.parentNode.removeChild(only); }
    // the caret finds no place behind a chip unless text follows
    nodes.push(document.createTextNode('\u200b'));
    nodes.forEach(function (node) { range.insertNode(node); range.setStartAfter(node); range.collapse(true); });
    caret(nodes[nodes.length - 1], 1);
  }

  /** Paragraphs go behind the one with the caret; what stood behind the caret follows them. */
  function insertBlocks(element, range, nodes) {
    var paragraph = range.startContainer;
    while (paragraph !== element && paragraph.parentNode !== element) { paragraph = paragraph.parentNode; }
    var before = null;
    if (paragraph !== element) {
      range.setEndAfter(paragraph.lastChild || paragraph);
      var rest = document.createElement('p');
      rest.appendChild(range.extractContents());
      before = paragraph.nextSibling;
      if (!isEmpty(rest)) { before = element.insertBefore(rest, before); }
      if (isEmpty(paragraph)) { element.removeChild(paragraph); }
    }
    nodes.forEach(function (node) { element.insertBefore(node, before); });
    var last = nodes[nodes.length - 1];
    var end = document.createRange();
    end.selectNodeContents(last);
    end.collapse(false);
    var selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(end);
  }

  function caret(node, offset) {
    var range = document.createRange();
    range.setStart(node, offset);
    range.collapse(true);
    var selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  }

  /** Where a block let go at a point would go: the nearest edge of a block, or an empty column. */
  function spot(x, y) {
    var hit = document.elementFromPoint(Math.max(0, Math.min(window.innerWidth - 1, x)), y);
    var column = up(hit, 'data-column');
    var block = up(hit, 'data-cv');
    if (column && (!block || block.contains(column))) {
      var inside = column.querySelectorAll('[data-cv]');
      if (!inside.length) { return { id: up(column, 'data-cv').getAttribute('data-cv'), where: 'INTO', column: Number(column.getAttribute('data-column')), over: column }; }
      block = inside[inside.length - 1];
    }
    if (!block) {
      var nearest = null;
      var distance = 1e9;
      all().forEach(function (each) {
        if (up(each.parentNode, 'data-cv')) { return; }
        var at = each.getBoundingClientRect();
        var far = y < at.top ? at.top - y : y > at.bottom ? y - at.bottom : 0;
        if (far < distance) { distance = far; nearest = each; }
      });
      block = nearest;
    }
    if (!block) { return { id: '', where: 'END', column: 0, over: document.getElementById('paper') }; }
    var box = block.getBoundingClientRect();
    return { id: block.getAttribute('data-cv'), where: y < box.top + box.height / 2 ? 'BEFORE' : 'AFTER', column: 0, over: block };
  }

  // ---- words as their reader sees them ---------------------------------------------------------

  /** What is seen in a place: each character with the node that it comes from. values: what each tag becomes for the reader. */
  function seen(place, values) {
    var text = '';
    var from = [];
    function add(c, node, offset) {
      var blank = /[\s\u00a0]/.test(c);
      if (c === '\u200b' || c === '\u00ad' || (blank && (text === '' || text[text.length - 1] === ' '))) { return; }
      text += blank ? ' ' : c;
      from.push({ node: node, offset: offset });
    }
    (function walk(node) {
      if (node.nodeType === 3) { for (var i = 0; i < node.data.length; i++) { add(node.data[i], node, i); } return; }
      if (node.nodeType !== 1) { return; }
      if (node.hasAttribute('data-liquid')) {
        var value = values[node.getAttribute('data-liquid')] || '';
        for (var k = 0; k < value.length; k++) { add(value[k], node, -1); }
        return;
      }
      var line = node !== place && !/^(A|B|I|U|S|EM|STRONG|SPAN|FONT|SMALL|BIG|SUB|SUP|MARK|CODE)$/.test(node.tagName);
      if (line) { add(' ', node, 0); }
      Array.prototype.forEach.call(node.childNodes, walk);
      if (line) { add(' ', node, node.childNodes.length); }
    })(place);
    return { text: text, from: from };
  }

  function range(from, to) {
    var range = document.createRange();
    if (from.offset < 0) { range.setStartBefore(from.node); } else { range.setStart(from.node, from.offset); }
    if (to.offset < 0) { range.setEndAfter(to.node); } else { range.setEnd(to.node, to.offset + 1); }
    return range;
  }

  function rangeOf(place, words, values) {
    var chips = Array.prototype.filter.call(place.querySelectorAll('[data-liquid]'), function (chip) { return chip.getAttribute('data-liquid') === words; });
    if (chips.length) { var chip = document.createRange(); chip.selectNode(chips[0]); return chip; }
    var all = seen(place, values);
    var wanted = words.replace(/[\u200b\u00ad]/g, '').replace(/[\s\u00a0]+/g, ' ').trim();
    var at = wanted ? all.text.indexOf(wanted) : -1;
    return at < 0 ? null : range(all.from[at], all.from[at + wanted.length - 1]);
  }

  /** Marks words, and shows them; false where they stand in nothing that can be written in. */
  function seek(words, json) {
    var values = JSON.parse(json);
    var places = Array.prototype.slice.call(mail.querySelectorAll('[data-edit]'));
    for (var i = 0; i < places.length; i++) {
      var found = rangeOf(places[i], words, values);
      if (found) {
        choose(up(places[i], 'data-cv').getAttribute('data-cv'), true);
        places[i].focus();
        var selection = window.getSelection();
        selection.removeAllRanges();
        selection.addRange(found);
        var box = found.getBoundingClientRect();
        if (box.top < 56 || box.bottom > window.innerHeight - 24) { window.scrollBy(0, box.top - window.innerHeight / 3); }
        frame();
        return true;
      }
    }
    return false;
  }

  window.canvas = {
    words: function (json) { hints = JSON.parse(json); },
    show: show,
    choose: function (id) { if (id !== chosen) { flush(); mark(id); if (editing() && up(editing(), 'data-cv') !== byId(id)) { leave(); } reveal(id); frame(); } },
    edit: function (id) { return edit(id); },
    leave: leave,
    seek: seek,
    flush: flush,
    format: format,
    insert: insert,
    unslash: unslash,
    isEditing: function () { return !!editing(); },
    kind: function () { var at = editing(); return at ? at.getAttribute('data-kind') : ''; },
    linkAt: function () { var at = up(window.getSelection().anchorNode, 'href'); return at ? at.getAttribute('href') : ''; },
    hover: function (x, y) {
      var at = spot(x, y);
      var box = at.over.getBoundingClientRect();
      line.style.display = 'block';
      line.style.left = (box.left + window.pageXOffset) + 'px';
      line.style.width = box.width + 'px';
      line.style.top = (window.pageYOffset + (at.where === 'BEFORE' ? box.top - 1 : at.where === 'INTO' ? box.top + box.height / 2 : box.bottom - 1)) + 'px';
      if (y < 40) { window.scrollBy(0, -12); }
      if (y > window.innerHeight - 40) { window.scrollBy(0, 12); }
    },
    away: function () { line.style.display = 'none'; },
    spot: function (x, y) { var at = spot(x, y); return at.where + ' ' + at.column + ' ' + at.id; },
    selectLink: function () {
      var at = up(window.getSelection().anchorNode, 'href');
      if (at) { var range = document.createRange(); range.selectNodeContents(at); var selection = window.getSelection(); selection.removeAllRanges(); selection.addRange(range); }
    }
  };

  document.execCommand('defaultParagraphSeparator', false, 'p');
  document.body.tabIndex = 0;
})();
