'use strict';

// The state of the page is the text of its form, such as keepProb=0.9&blockHeight=7. The address
// has those parts of it that are not the defaults.

const form = document.getElementById('knobs');
const defaults = new Map(fields().map((field) => [field.name, defaultOf(field)]));

function fields() {
  return [...form.elements].filter((element) => element.name);
}

function defaultOf(field) {
  if (field.type === 'checkbox') return field.defaultChecked ? 'yes' : 'no';
  if (field.tagName === 'SELECT') {
    return [...field.options].find((option) => option.defaultSelected).value;
  }
  return field.defaultValue;
}

function valueOf(field) {
  if (field.type !== 'checkbox') return field.value;
  return field.checked ? 'yes' : 'no';
}

/** Returns one value of the form as text. */
function knob(name) {
  return valueOf(form.elements[name]);
}

/** Returns the fields that the regularizer has. */
function shownFields() {
  return fields().filter((field) => !field.closest('[hidden]'));
}

function setKnob(name, value) {
  const field = form.elements[name];
  if (field.type === 'checkbox') field.checked = value === 'yes';
  else if (field.type === 'number' && !Number.isFinite(Number(value))) field.value = '';
  else field.value = value;
}

/** Returns the values, as the library's side reads them. */
function stateText() {
  return shownFields().map((field) => field.name + '=' + valueOf(field)).join('&');
}

/** Returns what differs from the defaults. */
function shortText() {
  return shownFields()
    .filter((field) => valueOf(field) !== defaults.get(field.name))
    .map((field) => field.name + '=' + encodeURIComponent(valueOf(field)))
    .join('&');
}

/** Sets the whole form from a text. What the text does not name gets its default. */
function setState(text) {
  const values = new URLSearchParams(text);
  for (const [name, value] of defaults) setKnob(name, values.get(name) ?? value);
  document.getElementById('square').checked = knob('blockHeight') === knob('blockWidth');
  adaptForm();
}

function writeAddress() {
  const text = shortText();
  history.replaceState(null, '', text ? '#' + text : location.pathname + location.search);
}

/** Shows only what the regularizer and the other choices have, and moves the sliders. */
function adaptForm() {
  const kind = knob('regularizer');
  for (const part of document.querySelectorAll('[data-for], [data-not-for], [data-fill]')) {
    const { for: kinds, notFor, fill, size } = part.dataset;
    part.hidden = !(isIn(kind, kinds) && isIn(knob('fill'), fill) && isIn(knob('holeSize'), size)) ||
      (notFor !== undefined && isIn(kind, notFor));
    if (part.tagName === 'OPTION') part.disabled = part.hidden;
  }
  const what = { CUTOUT: 'Hole', DROP_BLOCK: 'Block' }[kind] ?? 'Cell';
  for (const part of form.querySelectorAll('.what')) part.textContent = what;
  document.getElementById('keepProb-slider').value = knob('keepProb');
  const steps = document.getElementById('step-slider');
  steps.max = knob('steps');
  steps.value = knob('step');
}

/** Tells whether a list of words has a word. A list that does not exist has all. */
function isIn(word, list) {
  return list === undefined || list.split(' ').includes(word);
}

/** Sets choices that the regularizer does not have to their defaults. */
function leaveMissingChoices() {
  for (const select of form.querySelectorAll('select')) {
    if (select.selectedOptions[0]?.disabled) select.value = defaults.get(select.name);
  }
}

/** Says what the regularizer has where nothing else is chosen. */
function nameOwnChoices(texts) {
  for (const [name, text] of texts) form.elements[name].querySelector('[value=OWN]').text = text;
}
