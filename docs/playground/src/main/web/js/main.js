'use strict';

let theLibrary = null;

function showError(text) {
  show('error', text);
  element('error').hidden = !text;
}

function shapeOf() {
  return {
    n: Number(knob('samples')),
    c: Number(knob('channels')),
    h: Number(knob('height')),
    w: Number(knob('width')),
  };
}

/** Shows the state of the form. Each change of a knob comes here. */
function changed() {
  adaptForm();
  if (!theLibrary) return;
  writeAddress();
  const start = performance.now();
  fitPhoto(theLibrary);
  const error = theLibrary.update(stateText());
  showError(error);
  // Without a first picture, there is nothing to look at.
  element('view').hidden = error !== '' && !document.body.dataset.renderMs;
  if (error) return;
  const shape = shapeOf();
  const sample = Math.min(shape.n - 1, Math.max(0, Math.floor(Number(knob('sample'))) || 0));
  const channel = Math.min(shape.c - 1, Math.max(0, Math.floor(Number(knob('channel'))) || 0));
  drawPhoto(theLibrary, shape, sample, channel);
  showNumbers(theLibrary, shape, sample, channel);
  drawMaps(theLibrary, shape, sample, channel);
  showSchedule(theLibrary);
  show('code', theLibrary.code());
  nameOwnChoices(new URLSearchParams(theLibrary.ownChoices()));
  startWork(theLibrary, shape);
  document.body.dataset.renderMs = (performance.now() - start).toFixed(1);
}

function listen() {
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', (event) => {
    const { id, name, value } = event.target;
    if (id === 'file') return;
    if (name === 'regularizer') {
      adaptForm();
      leaveMissingChoices();
    }
    if (id === 'keepProb-slider') setKnob('keepProb', value);
    if (id === 'step-slider') setKnob('step', value);
    const square = element('square').checked;
    if (square && name === 'blockHeight') setKnob('blockWidth', value);
    if (square && (name === 'blockWidth' || id === 'square')) {
      setKnob('blockHeight', knob('blockWidth'));
    }
    if (id === 'square' && !square) return;
    changed();
  });
  element('new-seed').addEventListener('click', () => {
    setKnob('seed', Math.floor(Math.random() * 1e6));
    changed();
  });
  element('file').addEventListener('change', takeFile);
  element('bundled').addEventListener('click', async () => {
    await loadBundled();
    element('file').value = '';
    element('bundled').hidden = true;
    changed();
  });
  element('play').addEventListener('click', toggleFilm);
  element('draw').addEventListener('click', () => drawMore(theLibrary, shapeOf()));
  element('copy-code').addEventListener('click', () => copy(element('code').textContent));
  element('copy-link').addEventListener('click', () => copy(location.href));
  addEventListener('hashchange', () => {
    setState(location.hash.slice(1));
    changed();
  });
}

async function takeFile() {
  const file = element('file').files[0];
  if (!file) return;
  try {
    await loadFile(file);
    element('bundled').hidden = false;
    changed();
  } catch (e) {
    showError(e.message);
  }
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    show('copied', 'copied');
  } catch (e) {
    show('copied', 'The browser does not allow it. Select the text and copy it by hand.');
  }
}

async function loadLibrary() {
  if (typeof FILES === 'undefined') return (await TeaVM.wasmGC.load('classes.wasm')).exports;
  const zipped = Uint8Array.from(atob(FILES.wasm), (letter) => letter.charCodeAt(0));
  const stream = new Blob([zipped]).stream().pipeThrough(new DecompressionStream('gzip'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  return (await TeaVM.wasmGC.load(bytes)).exports;
}

async function start() {
  buildPresets();
  buildStory();
  setState(location.hash.slice(1));
  try {
    [theLibrary] = await Promise.all([loadLibrary(), loadBundled()]);
  } catch (e) {
    showError('This browser cannot run the page. It needs WebAssembly with garbage collection, ' +
      `as Chrome 119, Firefox 120 and Safari 18.2 have it. (${e.message})`);
    return;
  }
  listen();
  changed();
  document.body.dataset.firstMs = performance.now().toFixed(0);
}

start();
