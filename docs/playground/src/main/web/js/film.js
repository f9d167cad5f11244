'use strict';

// The schedule, and the film along it.

const FRAMES = 100;
const FRAME_PAUSE = 100;
let playing = 0;

function showSchedule(library) {
  const steps = Number(knob('steps'));
  const step = knob('step');
  const values = [...library.schedule(FRAMES + 1)];
  const hasNone = Number.isNaN(values[0]);
  drawCurve(hasNone ? [] : values, Math.min(1, step / steps));
  element('chart').parentElement.hidden = hasNone;
  const text = hasNone
    ? 'This regularizer has no keepProb, so no schedule applies.'
    : `keepProb goes from ${digits(values[0])} to ${digits(values[FRAMES])} in ${steps} steps. ` +
      `Shown is step ${step}.`;
  show('chart-text', text);
  element('chart').setAttribute('aria-label', text);
}

function stopFilm() {
  clearInterval(playing);
  playing = 0;
  element('play').textContent = 'Play the film';
  element('play').setAttribute('aria-pressed', 'false');
  element('photo-caption').setAttribute('aria-live', 'polite');
}

function toggleFilm() {
  if (playing) {
    stopFilm();
    changed();
    return;
  }
  const steps = Number(knob('steps'));
  if (Number(knob('step')) >= steps) setKnob('step', 0);
  element('play').textContent = 'Stop the film';
  element('play').setAttribute('aria-pressed', 'true');
  // Nobody wants to hear ten captions a second.
  element('photo-caption').setAttribute('aria-live', 'off');
  playing = setInterval(() => nextFrame(steps), FRAME_PAUSE);
}

function nextFrame(steps) {
  const step = Math.min(steps, Number(knob('step')) + Math.max(1, Math.round(steps / FRAMES)));
  setKnob('step', step);
  if (step === steps) stopFilm();
  changed();
}
