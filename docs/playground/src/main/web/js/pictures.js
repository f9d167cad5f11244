'use strict';

function element(id) {
  return document.getElementById(id);
}

/** Draws one pixel for each position. The style sheet makes them large. */
function paint(canvas, bytes, height, width) {
  canvas.width = width;
  canvas.height = height;
  const pixels = new Uint8ClampedArray(bytes.buffer, bytes.byteOffset, bytes.length);
  canvas.getContext('2d').putImageData(new ImageData(pixels, width, height), 0, 0);
  return canvas;
}

/** Draws a curve, if there is one, with 1 near the top, and marks a place on it. */
function drawCurve(values, place) {
  const low = Math.min(0.99, ...values);
  const points = values.map((value, i) => {
    const x = (400 * i) / (values.length - 1);
    return x.toFixed(1) + ',' + (10 + (120 * (1 - value)) / (1 - low)).toFixed(1);
  });
  element('chart-line').setAttribute('points', points.join(' '));
  element('chart-low').textContent = values.length === 0 ? '' : Number(low.toFixed(4));
  for (const end of ['x1', 'x2']) element('chart-now').setAttribute(end, 400 * place);
}

/** Returns a number with four digits after the point, or a dash if there is none. */
function digits(value) {
  const number = Number(value);
  return Number.isFinite(number) ? number.toFixed(4) : '\u2013';
}
