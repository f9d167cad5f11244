'use strict';

// Work that goes on after the first picture, a few milliseconds in each frame: masks of many steps
// are counted, and then averaged.

const COUNTED_STEPS = 1000;
const FRAME_MS = 12;
let frame = 0;
let drawsWanted = 0;

function startWork(library, shape) {
  cancelAnimationFrame(frame);
  drawsWanted = 50;
  const text = library.count(1);
  showCounted(library, shape, text);
  library.draw(2);
  showAverages(library, shape, 2);
  document.body.dataset.counted = 'no';
  frame = requestAnimationFrame(() => goOn(library, shape, 1));
}

function goOn(library, shape, steps) {
  const end = performance.now() + FRAME_MS;
  let text = '';
  while (steps < COUNTED_STEPS && performance.now() < end) {
    text = library.count(1);
    steps++;
  }
  if (text) showCounted(library, shape, text);
  let draws = library.draw(0);
  if (!text && draws < drawsWanted) {
    while (draws < drawsWanted && performance.now() < end) draws = library.draw(1);
    showAverages(library, shape, draws);
  }
  if (steps < COUNTED_STEPS || draws < drawsWanted) {
    frame = requestAnimationFrame(() => goOn(library, shape, steps));
  } else {
    document.body.dataset.counted = 'yes';
  }
}

function drawMore(library, shape) {
  cancelAnimationFrame(frame);
  drawsWanted += 50;
  frame = requestAnimationFrame(() => goOn(library, shape, COUNTED_STEPS));
}

function showAverages(library, shape, draws) {
  paint(element('average-whole'), library.average(false), shape.h, shape.w);
  paint(element('average-mean'), library.average(true), shape.h, shape.w);
  paint(element('average-deviation'), library.deviation(), shape.h, shape.w);
  show('average-caption', `mean of ${draws} draws`);
  show('deviation-caption', `standard deviation, up to ${digits(library.largestDeviation())}`);
}
