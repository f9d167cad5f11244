'use strict';

// The photograph, and the part of it that has the form of a feature map.

const LONGEST_SIDE = 320;
let picture = null;
let pictureName = 'A pagoda behind trees';
const crop = document.createElement('canvas');
let cropOf = '';

async function loadBundled() {
  const image = new Image();
  image.src = typeof FILES === 'undefined' ? 'china.jpg' : FILES.photo;
  await image.decode();
  picture = image;
  pictureName = 'A pagoda behind trees';
  cropOf = '';
}

/** Reads a file of the visitor's. If that fails, the old photograph stays. */
async function loadFile(file) {
  let bitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch (e) {
    throw new Error(file.name + ' is not a picture that this browser can read.');
  }
  picture = bitmap;
  pictureName = 'Your photograph';
  cropOf = '';
}

function clampSide(name) {
  return Math.max(1, Math.min(128, Math.floor(Number(knob(name))) || 1));
}

/** Cuts the middle of the photograph to the form of the maps, and gives its pixels to Java. */
function fitPhoto(library) {
  const h = clampSide('height');
  const w = clampSide('width');
  if (cropOf === h + 'x' + w) return;
  const stride = Math.max(1, Math.round(LONGEST_SIDE / Math.max(h, w)));
  crop.height = h * stride;
  crop.width = w * stride;
  const scale = Math.min(picture.width / w, picture.height / h);
  const context = crop.getContext('2d', { willReadFrequently: true });
  context.fillStyle = 'white';
  context.fillRect(0, 0, crop.width, crop.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(
    picture,
    (picture.width - w * scale) / 2, (picture.height - h * scale) / 2, w * scale, h * scale,
    0, 0, crop.width, crop.height);
  const pixels = context.getImageData(0, 0, crop.width, crop.height).data;
  library.setPhoto(new Int8Array(pixels.buffer), crop.height, crop.width);
  cropOf = h + 'x' + w;
}

/** Draws the photograph, covered where the mask drops. */
function drawPhoto(library, shape, sample, channel) {
  const covered = element('photo');
  const mask = paint(
    document.createElement('canvas'), library.mask(sample, channel), shape.h, shape.w);
  covered.width = crop.width;
  covered.height = crop.height;
  const context = covered.getContext('2d');
  context.drawImage(crop, 0, 0);
  context.imageSmoothingEnabled = false;
  context.drawImage(mask, 0, 0, crop.width, crop.height);
}
