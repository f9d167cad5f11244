'use strict';

function show(id, text) {
  element(id).textContent = text;
}

function showNumbers(library, shape, sample, channel) {
  const numbers = new URLSearchParams(library.numbers());
  const plane = new URLSearchParams(library.numbersOfPlane(sample, channel));
  show('number-keepProb', digits(numbers.get('keepProb')));
  show('number-gamma', digits(numbers.get('gamma')));
  show('number-expected', digits(numbers.get('expected')));
  show('number-kept', digits(numbers.get('kept')));
  show('number-plane', digits(plane.get('kept')));
  show('number-scale', digits(plane.get('scale')));
  show('number-shift', digits(numbers.get('shift')));
  show('number-fill', digits(numbers.get('fill')));
  show('closed-corner', digits(numbers.get('closedCorner')));
  show('closed-center', digits(numbers.get('closedCenter')));
  show('closed-mean', digits(numbers.get('closedMean')));
  show('rates-largest', digits(numbers.get('largest')));
  const text = `Sample ${sample}, channel ${channel}, step ${knob('step')}: the mask of ` +
    `${shape.h} x ${shape.w} positions keeps ${digits(plane.get('kept'))}.`;
  show('photo-caption', text);
  element('photo').setAttribute('aria-label', `${pictureName}, covered where dropped. ${text}`);
  paint(element('rates-closed'), library.rates(false), shape.h, shape.w)
    .setAttribute('aria-label', 'Drop rate of each position in closed form: ' +
      `corner ${digits(numbers.get('closedCorner'))}, center ${digits(numbers.get('closedCenter'))}`);
  return numbers;
}

function showCounted(library, shape, text) {
  const counted = new URLSearchParams(text);
  const steps = Number(counted.get('steps'));
  const error = Number(counted.get('deviation')) / Math.sqrt(steps);
  show('counted-label', `mean kept fraction of ${steps} masks (standard error ${error.toFixed(5)})`);
  show('number-counted', digits(counted.get('kept')));
  show('realized-corner', digits(counted.get('realizedCorner')));
  show('realized-center', digits(counted.get('realizedCenter')));
  show('realized-mean', digits(counted.get('realizedMean')));
  show('rates-caption', `counted in ${(steps * shape.n * shape.c).toLocaleString('en')} planes`);
  paint(element('rates-realized'), library.rates(true), shape.h, shape.w)
    .setAttribute('aria-label', 'Drop rate of each position as counted: ' +
      `corner ${digits(counted.get('realizedCorner'))}, ` +
      `center ${digits(counted.get('realizedCenter'))}`);
}
