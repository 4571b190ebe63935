// Tables of a return: arrows and Enter move between cells, sums are shown as one types, and what could not be sent because
// the connection was cut is kept in this browser and sent when it is back. Without this script all fields still work.
(() => {
  const page = document.querySelector('[data-return]');
  if (!page) return;
  const store = 'taama-return-' + page.dataset.return;
  const SELECTOR = '[name^="v:"],[name^="x:"],[name^="a:"],[name^="s:"],[name^="m:"],[name^="t:"]';
  const pending = JSON.parse(localStorage.getItem(store) || '{}');
  const sending = new Map();
  const field = name => [...page.querySelectorAll(SELECTOR)].find(f => f.name === name);
  const keep = () => Object.keys(pending).length ? localStorage.setItem(store, JSON.stringify(pending)) : localStorage.removeItem(store);
  const say = text => { const saved = document.getElementById('saved'); if (saved) { saved.textContent = text; saved.className = 'saved waiting'; } };

  // Kept at every keystroke, forgotten when the server has it.
  page.addEventListener('input', e => { if (e.target.matches(SELECTOR)) { pending[e.target.name] = e.target.value; keep(); sums(e.target.closest('[data-grid]')); } });
  document.body.addEventListener('htmx:beforeRequest', e => { const f = e.detail.elt; if (f.name && f.matches(SELECTOR)) sending.set(f.name, f.value); });
  document.body.addEventListener('htmx:afterRequest', e => {
    const f = e.detail.elt;
    if (!f.name || !f.matches(SELECTOR)) return;
    if (e.detail.successful) {
      if (pending[f.name] === sending.get(f.name)) { delete pending[f.name]; keep(); }
      if (Object.keys(pending).length === 0) window.clearTimeout(timer);
    } else {
      say(e.detail.xhr && e.detail.xhr.status ? page.dataset.refused : page.dataset.offline);
      later();
    }
  });
  document.body.addEventListener('htmx:afterSwap', marks);
  // Faults that are shown again while one explains them keep what was typed, and the cursor.
  let held = null;
  document.body.addEventListener('htmx:oobBeforeSwap', e => {
    const f = document.activeElement;
    held = f && f.name && f.matches(SELECTOR) && e.detail.target.contains(f) ? {name: f.name, at: f.selectionStart} : null;
  });
  document.body.addEventListener('htmx:oobAfterSwap', () => {
    for (const [name, value] of Object.entries(pending)) {
      const f = field(name);
      if (f && f.value !== value) { f.value = value; window.setTimeout(() => htmx.trigger(f, 'resend'), 100); }
    }
    const f = held && field(held.name);
    if (f) { f.focus(); f.setSelectionRange(held.at, held.at); }
    held = null;
    marks();
  });
  let timer = 0;
  const resend = () => Object.keys(pending).forEach(name => { const f = field(name); if (f) htmx.trigger(f, 'resend'); });
  const later = () => { window.clearTimeout(timer); timer = window.setTimeout(resend, 4000); };
  window.addEventListener('online', resend);
  window.addEventListener('offline', () => say(page.dataset.offline));

  // What this browser still had from before, and what was typed before this script had come over a slow line.
  window.addEventListener('load', () => {
    let restored = false;
    if (performance.getEntriesByType('navigation')[0]?.type === 'navigate') {
      page.querySelectorAll(SELECTOR).forEach(f => { if (f.defaultValue !== undefined && f.value !== f.defaultValue && !(f.name in pending)) pending[f.name] = f.value; });
    }
    for (const [name, value] of Object.entries(pending)) {
      const f = field(name);
      if (!f) { delete pending[name]; continue; }
      if (f.value !== value) { f.value = value; restored = true; }
    }
    keep();
    if (restored) say(page.dataset.sentLater);
    resend();
    page.querySelectorAll('[data-grid]').forEach(sums);
    marks();
  });

  // Cells that have a fault say so, and point at it.
  function marks() {
    page.querySelectorAll('.cell[aria-invalid]').forEach(c => { c.removeAttribute('aria-invalid'); c.removeAttribute('aria-describedby'); });
    page.querySelectorAll('.faults .fault[data-cell]').forEach((f, i) => {
      const c = field(f.dataset.cell);
      if (c) { f.id = 'fault-' + i; c.setAttribute('aria-invalid', 'true'); c.setAttribute('aria-describedby', f.id); }
    });
  }

  // 10 000 and 1.234,5 as people write them; what is no number counts as nothing.
  function number(text) {
    let t = text.replace(/[\s\u00a0\u202f'’]/g, '');
    if (/^[+-]?[1-9]\d{0,2}([.,]\d{3})+$/.test(t)) t = t.replace(/[.,]/g, '');
    t = t.replace(',', '.');
    return t !== '' && !isNaN(t) ? Number(t) : null;
  }
  const total = list => { const n = list.map(c => number(c.value)).filter(x => x !== null); return n.length ? n.reduce((a, b) => a + b, 0).toLocaleString(document.documentElement.lang) : ''; };
  function sums(table) {
    if (!table || table.dataset.adds !== 'true') return;
    const rows = [...table.tBodies[0].rows].map(r => [...r.querySelectorAll('.cell')]);
    [...table.tBodies[0].rows].forEach((r, i) => { r.querySelector('[data-sum=row]').textContent = total(rows[i]); });
    table.querySelectorAll('[data-sum=column]').forEach((s, i) => { s.textContent = total(rows.map(r => r[i])); });
    const all = table.querySelector('[data-sum=all]');
    if (all) all.textContent = total(rows.flat());
  }

  // Enter and the arrows up and down move in a column; left and right at the edge of the text.
  page.addEventListener('keydown', e => {
    const cell = e.target;
    if (!cell.matches('.cell') || e.altKey || e.ctrlKey || e.metaKey) return;
    const table = cell.closest('[data-grid]');
    if (e.key === 'Enter') e.preventDefault();
    if (!table) return;
    const rows = [...table.rows].map(r => [...r.querySelectorAll('.cell')]).filter(r => r.length);
    const y = rows.findIndex(r => r.includes(cell));
    const x = rows[y].indexOf(cell);
    const down = e.key === 'ArrowDown' || (e.key === 'Enter' && !e.shiftKey) ? 1 : e.key === 'ArrowUp' || e.key === 'Enter' ? -1 : 0;
    const side = e.key === 'ArrowRight' && cell.selectionStart === cell.value.length ? 1 : e.key === 'ArrowLeft' && cell.selectionEnd === 0 ? -1 : 0;
    if (!down && !side) return;
    const row = rows[y + down];
    const next = row && row[Math.min(x + side, row.length - 1)];
    if (next && next !== cell) { e.preventDefault(); next.focus(); next.select(); }
  });
})();
