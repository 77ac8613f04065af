/**
 * The script of the HTML report: narrows the list by words and by severity, and moves through it by keyboard. The page
 * is whole without it, so the controls stay hidden until it runs.
 */
export const HTML_SCRIPT = `
const filter = document.querySelector('.filter');
const search = document.querySelector('#search');
const shown = document.querySelector('#shown');
const boxes = [...document.querySelectorAll('.filter input[type=checkbox]')];
const files = [...document.querySelectorAll('section.file')].map((section) => ({
  section,
  entries: [...section.querySelectorAll('li.entry')].map((node) => ({
    node,
    severity: node.dataset.severity,
    text: (section.dataset.file + ' ' + node.textContent).toLowerCase(),
  })),
}));
const total = files.reduce((sum, { entries }) => sum + entries.length, 0);

function narrow() {
  const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
  const wanted = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
  let count = 0;
  for (const { section, entries } of files) {
    let visible = 0;
    for (const { node, severity, text } of entries) {
      const isShown = wanted.has(severity) && words.every((word) => text.includes(word));
      node.hidden = !isShown;
      if (isShown) visible++;
    }
    section.hidden = visible === 0;
    count += visible;
  }
  shown.textContent = count + ' of ' + total + ' shown';
}

function step(by) {
  const nodes = [...document.querySelectorAll('section.file:not([hidden]) li.entry:not([hidden])')];
  const at = nodes.indexOf(document.activeElement);
  const next = nodes[at < 0 ? (by > 0 ? 0 : nodes.length - 1) : at + by];
  if (!next) return;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: 'center' });
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target === search) {
    if (event.key === 'Escape') { search.value = ''; narrow(); search.blur(); }
    return;
  }
  if (event.key === '/') { event.preventDefault(); search.focus(); }
  if (event.key === 'j') step(1);
  if (event.key === 'k') step(-1);
});
if (total > 0) {
  search.addEventListener('input', narrow);
  for (const box of boxes) box.addEventListener('change', narrow);
  filter.hidden = false;
  narrow();
}
`;
