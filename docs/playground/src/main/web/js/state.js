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

function setKnob(name, value) {
  const field = form.elements[name];
  if (field.type === 'checkbox') field.checked = value === 'yes';
  else if (field.type === 'number' && !Number.isFinite(Number(value))) field.value = '';
  else field.value = value;
}

/** Returns all values, as the library's side reads them. */
function stateText() {
  return fields().map((field) => field.name + '=' + valueOf(field)).join('&');
}

/** Returns what differs from the defaults. */
function shortText() {
  return fields()
    .filter((field) => valueOf(field) !== defaults.get(field.name))
    .map((field) => field.name + '=' + encodeURIComponent(valueOf(field)))
    .join('&');
}

/** Sets the whole form from a text. What the text does not name gets its default. */
function setState(text) {
  const values = new URLSearchParams(text);
  for (const [name, value] of defaults) setKnob(name, values.get(name) ?? value);
  adaptForm();
}

function writeAddress() {
  const text = shortText();
  history.replaceState(null, '', text ? '#' + text : location.pathname + location.search);
}

/** Shows only the knobs that the regularizer and the fill have, and moves the sliders. */
function adaptForm() {
  const kind = knob('regularizer');
  for (const part of form.querySelectorAll('[data-for]')) {
    part.hidden = !part.dataset.for.split(' ').includes(kind);
  }
  for (const part of form.querySelectorAll('[data-not-for]')) {
    part.hidden = part.dataset.notFor === kind;
  }
  for (const part of form.querySelectorAll('[data-fill]')) {
    part.hidden = !part.dataset.fill.split(' ').includes(knob('fill'));
  }
  document.getElementById('square').checked = knob('blockHeight') === knob('blockWidth');
  document.getElementById('keepProb-slider').value = knob('keepProb');
  const steps = document.getElementById('step-slider');
  steps.max = knob('steps');
  steps.value = knob('step');
}
