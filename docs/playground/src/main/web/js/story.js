'use strict';

// Five steps. Each has a title, a state, the panel to look at, and a text with numbers in braces.

const STORY = [
  {
    title: '1. Dropout leaks',
    state: 'regularizer=DROPOUT&keepProb=0.75',
    panel: 'photo-panel',
    text: 'Dropout drops single positions of a feature map. Their neighbors carry the same ' +
      'information, so the next layer still sees every part of the picture.',
  },
  {
    title: '2. Blocks',
    state: 'keepProb=0.75&gammaRule=EXACT',
    panel: 'photo-panel',
    text: 'DropBlock drops as many positions, but in blocks of 7 x 7. Whole regions are gone, ' +
      'and the network must learn to use the others.',
  },
  {
    title: '3. Gamma',
    state: 'keepProb=0.5&height=14&width=14&channels=16&channel=2',
    panel: 'photo-panel',
    text: 'A block begins at each site with the probability gamma. Equation 1 of the paper ' +
      'computes it, but ignores that blocks overlap. So {kept} is kept here, where 0.5 was ' +
      'requested. Choose EXACT as the gamma rule, and the expected kept fraction is 0.5.',
  },
  {
    title: '4. The border',
    state: 'height=14&width=14&channels=16',
    panel: 'rates-panel',
    text: 'Blocks of the paper lie inside the map, so few of them cover the border: a corner is ' +
      'dropped with probability {corner}, and the center with {center}. Choose the seed region ' +
      'EXTENDED with the gamma rule EXACT, and all positions are dropped equally often.',
  },
  {
    title: '5. The schedule',
    state: 'schedule=LINEAR&step=500',
    panel: 'film-panel',
    text: 'Training starts without dropping, and keepProb decreases to its target. Play the ' +
      'film to see the masks along the steps.',
  },
];

const WELCOME =
  'Choose a step, and the pictures below show it. Then change the settings at will.';

function buildStory() {
  STORY.forEach((step, i) => {
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = step.title;
    button.addEventListener('click', () => tell(i));
    item.append(button);
    element('story-steps').append(item);
  });
  show('story-text', WELCOME);
}

function tell(i) {
  if (!theLibrary) return;
  setState(STORY[i].state);
  changed();
  mark(i);
  const numbers = new URLSearchParams(theLibrary.numbers());
  show('story-text', STORY[i].text
    .replace('{kept}', digits(numbers.get('expected')))
    .replace('{corner}', digits(numbers.get('closedCorner')))
    .replace('{center}', digits(numbers.get('closedCenter'))));
}

/** Marks a step, and puts the panel that it speaks of first; -1 for none. */
function mark(i) {
  [...element('story-steps').querySelectorAll('button')].forEach((button, k) => {
    if (k === i) button.setAttribute('aria-current', 'step');
    else button.removeAttribute('aria-current');
  });
  for (const panel of element('view').children) {
    panel.classList.toggle('told', i >= 0 && panel.id === STORY[i].panel);
  }
}
