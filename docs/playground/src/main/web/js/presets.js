'use strict';

// States to begin with: docs/peers.md of the library tells where the settings come from.

const PRESETS = [
  ['the defaults', ''],
  ['as torchvision', 'height=14&width=14'],
  ['as timm', 'height=14&width=14&seedRegion=WHOLE&sharing=CHANNELS'],
  ['as the paper\u2019s ResNet-50',
    'height=14&width=14&channels=16&schedule=LINEAR&group=3&step=1000'],
  ['its last group',
    'height=7&width=7&channels=16&schedule=LINEAR&step=1000'],
  ['without border bias', 'seedRegion=EXTENDED&gammaRule=EXACT'],
];

function buildPresets() {
  for (const [title, text] of PRESETS) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = title;
    button.addEventListener('click', () => {
      setState(text);
      mark(-1);
      show('story-text', WELCOME);
      changed();
    });
    element('presets').append(button);
  }
}
