/**
 * The page's own script. Whatever is foreign reaches the page as text, never as markup. It keeps no state but what it
 * fetched last and which list is shown.
 */
export const DESK_SCRIPT = `
'use strict';
let state = { reviews: [], escalations: [], findings: [], patterns: [], tiers: {} };
let tab = 'reviews';
const list = document.getElementById('list');
const said = document.getElementById('said');

function el(name, attributes, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (key === 'onclick') node.addEventListener('click', value);
    else if (value !== null && value !== undefined) node.setAttribute(key, value);
  }
  for (const child of children) if (child !== null && child !== undefined) node.append(child);
  return node;
}

function tell(text, isBad) { said.textContent = text; said.className = isBad ? 'bad' : ''; }

async function load() {
  const answer = await fetch('state');
  state = await answer.json();
  document.getElementById('project').textContent = state.project;
  document.getElementById('tiers').textContent = Object.entries(state.tiers).map(([tier, count]) => count + ' ' + tier).join(', ');
  for (const button of document.querySelectorAll('[data-tab]')) {
    button.setAttribute('aria-selected', String(button.dataset.tab === tab));
    button.querySelector('b').textContent = String(state[button.dataset.tab].length);
  }
  show();
}

async function decide(body) {
  const at = cards().indexOf(document.activeElement.closest('article'));
  const answer = await fetch('decide', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const result = await answer.json().catch(() => ({ error: 'The desk is closed.', help: null }));
  await load();
  focusCard(at < 0 ? 0 : at);
  tell(result.error ? result.error + (result.help ? ' ' + result.help : '') : result.said, Boolean(result.error));
}

function sideBySide(diff) {
  const box = el('div', { class: 'diff' });
  let old = [], fresh = [];
  const flush = () => {
    for (let i = 0; i < Math.max(old.length, fresh.length); i++) {
      box.append(el('span', { class: i < old.length ? 'old' : 'blank' }, old[i] ?? ''), el('span', { class: i < fresh.length ? 'right new' : 'right blank' }, fresh[i] ?? ''));
    }
    old = []; fresh = [];
  };
  for (const line of diff.split('\\n')) {
    if (line.startsWith('---') || line.startsWith('+++') || line === '') continue;
    if (line.startsWith('-')) old.push(line.slice(1));
    else if (line.startsWith('+')) fresh.push(line.slice(1));
    else {
      flush();
      if (line.startsWith('@@')) box.append(el('span', { class: 'at' }, line));
      else box.append(el('span', {}, line.slice(1)), el('span', { class: 'right blank' }, line.slice(1)));
    }
  }
  flush();
  return box;
}

const act = (text, kind, key, onclick) => el('button', { class: kind, 'data-key': key, onclick }, text);

function reviewCard(each) {
  const pattern = state.patterns.find((one) => one.id === each.patternId);
  return el('article', { tabindex: '-1', 'data-id': each.id },
    el('h2', {}, each.file + ':' + each.line + ' ', el('span', { class: 'dim' }, each.ruleId)),
    el('p', { class: 'dim' }, each.patternId + ', applied ' + each.applied + (pattern ? '; ' + pattern.held + ' held, ' + pattern.failed + ' failed; ' + pattern.why : '')),
    sideBySide(each.diff),
    el('div', { class: 'actions' },
      act('Accept', 'yes', 'a', () => decide({ kind: 'accept', id: each.id })),
      act('Reject and restore the file', 'no', 'r', () => decide({ kind: 'reject', id: each.id }))));
}

function findingCard(each) {
  const reason = el('input', { 'aria-label': 'Reason', placeholder: 'reason, needed to dismiss' });
  const until = el('input', { type: 'date', 'aria-label': 'Defer until' });
  const send = (decision) => decide({ kind: 'finding', id: each.id, decision, reason: reason.value, until: until.value });
  return el('article', { tabindex: '-1', 'data-id': each.id },
    el('h2', {}, each.code + ' ', el('span', { class: 'dim' }, [each.ruleId, each.file && each.file + (each.line ? ':' + each.line : '')].filter(Boolean).join('  '))),
    el('p', {}, each.message),
    each.evidence ? el('p', {}, el('code', {}, each.evidence)) : null,
    each.help ? el('p', { class: 'dim' }, each.help) : null,
    el('p', { class: each.overdue ? 'late' : 'dim' }, each.overdue ? 'overdue: ' + each.overdue : 'since ' + each.firstSeen),
    el('div', { class: 'actions' },
      act('Accept', 'yes', 'a', () => send('accepted')),
      reason,
      act('Dismiss', 'no', 'r', () => { if (reason.value.trim() === '') { tell('A dismissal needs a reason.', true); reason.focus(); } else send('dismissed'); }),
      until,
      act('Defer', '', 'd', () => send('deferred'))));
}

function course(points) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 100 100'); svg.setAttribute('preserveAspectRatio', 'none');
  svg.setAttribute('role', 'img'); svg.setAttribute('aria-label', 'confidence over time: ' + points.map((p) => (p / 100).toFixed(2)).join(', '));
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'polyline');
  const step = points.length > 1 ? 100 / (points.length - 1) : 100;
  const all = points.length === 1 ? [points[0], points[0]] : points;
  line.setAttribute('points', all.map((p, i) => (i * step).toFixed(1) + ',' + (100 - p)).join(' '));
  line.setAttribute('vector-effect', 'non-scaling-stroke');
  svg.append(line);
  return svg;
}

function patternCard(each) {
  return el('article', { tabindex: '-1', 'data-id': each.id },
    el('div', { class: 'row' },
      el('span', { class: 'tier' }, each.retired ? 'retired' : each.tier), el('span', {}, each.confidence.toFixed(2)),
      each.course.length > 0 ? course(each.course) : null,
      el('h2', {}, each.id), el('span', { class: 'dim' }, each.ruleId)),
    el('p', {}, each.description),
    el('p', {}, el('code', {}, each.match), ' \\u2192 ', el('code', {}, each.replacement)),
    el('p', { class: 'dim' }, each.held + ' held, ' + each.failed + ' failed, at least ' + each.bound.toFixed(2) + ' hold; last used ' + (each.lastUsed || 'never') + '; ' + each.why +
      (each.agrees === false ? '; its figures were edited by hand' : '')),
    el('div', { class: 'actions' },
      each.accepted ? null : act('Accept', 'yes', 'a', () => decide({ kind: 'accept', id: each.id })),
      each.retired ? act('Restore', 'yes', 'a', () => decide({ kind: 'restore', id: each.id })) : act('Retire', 'no', 'r', () => decide({ kind: 'retire', id: each.id }))));
}

const CARDS = { reviews: reviewCard, escalations: findingCard, findings: findingCard, patterns: patternCard };
const EMPTY = { reviews: 'No fix waits for review.', escalations: 'Heal left nothing for a person to mend.', findings: 'No finding waits for a decision.', patterns: 'The store holds no fix pattern.' };

function show() {
  const made = state[tab].map(CARDS[tab]);
  list.replaceChildren(...(made.length > 0 ? made : [el('p', { class: 'dim' }, EMPTY[tab])]));
}

function cards() { return [...list.querySelectorAll('article')]; }
function focusCard(at) { const all = cards(); const card = all[Math.max(0, Math.min(at, all.length - 1))]; if (card) { card.focus({ preventScroll: true }); card.scrollIntoView({ block: 'nearest' }); } }
function open(next) { tab = next; for (const b of document.querySelectorAll('[data-tab]')) b.setAttribute('aria-selected', String(b.dataset.tab === tab)); show(); focusCard(0); }

for (const button of document.querySelectorAll('[data-tab]')) button.addEventListener('click', () => open(button.dataset.tab));
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.tagName === 'INPUT') return;
  const at = cards().indexOf(document.activeElement.closest('article'));
  const tabs = ['reviews', 'escalations', 'findings', 'patterns'];
  if (tabs[Number(event.key) - 1]) open(tabs[Number(event.key) - 1]);
  else if (event.key === 'j' || event.key === 's') focusCard(at + 1);
  else if (event.key === 'k') focusCard(at - 1);
  else if (at >= 0) { const button = cards()[at].querySelector('[data-key="' + CSS.escape(event.key) + '"]'); if (!button) return; button.click(); }
  else return;
  event.preventDefault();
});
load().then(() => focusCard(0));
`;
