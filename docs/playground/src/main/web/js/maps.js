'use strict';

// The sheet of feature maps: a row before the mask, and a row after it for each sample.

const FILTERS = ['vertical', 'horizontal', 'diagonal', 'dark lines'];
const COLORS = ['', ' of red', ' of green', ' of blue'];
let sheetOf = '';

function mapLabel(channel) {
  return FILTERS[channel % 4] + COLORS[Math.floor(channel / 4) % 4];
}

function buildSheet(shape) {
  const name = shape.n + 'x' + shape.c;
  if (sheetOf === name) return;
  sheetOf = name;
  const rows = [mapRow('before', null, shape.c)];
  for (let n = 0; n < shape.n; n++) rows.push(mapRow('after, sample ' + n, n, shape.c));
  element('maps').replaceChildren(...rows);
}

function mapRow(title, sample, channels) {
  const row = document.createElement('div');
  row.className = channels <= 4 ? 'maps-row few' : 'maps-row';
  const heading = document.createElement('h3');
  heading.textContent = title;
  row.append(heading);
  for (let c = 0; c < channels; c++) row.append(mapButton(title, sample, c));
  return row;
}

function mapButton(title, sample, channel) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'map';
  button.dataset.channel = channel;
  if (sample !== null) button.dataset.sample = sample;
  const canvas = document.createElement('canvas');
  button.append(canvas, mapLabel(channel));
  button.setAttribute('aria-label', `Channel ${channel}, ${mapLabel(channel)}, ${title}`);
  button.addEventListener('click', () => {
    if (sample !== null) setKnob('sample', sample);
    setKnob('channel', channel);
    changed();
  });
  return button;
}

function drawMaps(library, shape, sample, channel) {
  buildSheet(shape);
  const marked = knob('marked') === 'yes';
  for (const button of element('maps').querySelectorAll('button')) {
    const c = Number(button.dataset.channel);
    const before = button.dataset.sample === undefined;
    const n = before ? 0 : Number(button.dataset.sample);
    const bytes = before ? library.map(0, c) : library.masked(n, c, marked);
    paint(button.firstChild, bytes, shape.h, shape.w);
    button.setAttribute('aria-pressed', String(!before && n === sample && c === channel));
  }
}
