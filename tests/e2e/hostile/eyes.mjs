// Eyes inside a page: what may stand in it, what ran, and what the policy stopped.
//
// The function is sent into the page as it stands, before anything else runs there,
// so it may use nothing from outside itself.

export function eyes() {
  const ELEMENTS = new Set(('a article aside b bdi blockquote br button caption code dd details dialog div dl dt em fieldset '
    + 'figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr archive-device progress img input kbd label legend li main nav ol p pre '
    + 'mark search section small span strong sub summary sup table tbody td th time tr ul').split(' '));
  const ATTRIBUTES = new Set(('action alt aria-controls aria-current aria-describedby aria-expanded aria-hidden aria-keyshortcuts aria-label '
    + 'aria-labelledby aria-live aria-activedescendant aria-multiselectable aria-orientation aria-selected autocapitalize autocomplete '
    + 'autofocus checked class colspan datetime dir download enterkeyhint for hidden href id lang loading name '
    + 'placeholder popover popovertarget popovertargetaction rel role rowspan src start tabindex title type value '
    + 'data-part data-why data-word max inputmode spellcheck maxlength').split(' '));
  const SCHEMES = new Set(['http:', 'https:', 'mailto:']);
  const EVENTS = ['click', 'mouseover', 'mouseenter', 'pointerover', 'pointerdown', 'focus', 'focusin', 'error', 'load',
    'toggle', 'beforetoggle', 'animationstart', 'transitionend', 'keydown', 'input', 'submit'];

  const seen = { hits: [], violations: [], uncaught: [] };
  window.hit = (number) => { seen.hits.push(String(number)); };
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) {
    window[name] = (number) => { seen.hits.push(`${name} ${number}`); };
  }
  document.addEventListener('securitypolicyviolation', (event) => {
    seen.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
  });
  window.addEventListener('error', (event) => {
    if (event instanceof ErrorEvent) seen.uncaught.push(event.message);
  });
  window.addEventListener('unhandledrejection', (event) => seen.uncaught.push(String(event.reason)));
  // A link may be pressed, and nobody goes anywhere.
  window.addEventListener('click', (event) => event.preventDefault(), true);
  window.addEventListener('submit', (event) => event.preventDefault(), true);

  // What should not stand below a node.
  function faults(root, pictures) {
    const found = [];
    for (const element of root.querySelectorAll('*')) {
      const name = element.localName;
      if (!ELEMENTS.has(name) || element.namespaceURI !== 'http://www.w3.org/1999/xhtml') found.push(`<${name}>`);
      for (const { name: attribute, value } of element.attributes) {
        if (!ATTRIBUTES.has(attribute)) found.push(`<${name} ${attribute}=${value}>`);
      }
      if (name === 'a' && element.hasAttribute('href') && !SCHEMES.has(element.protocol)) found.push(element.href);
      if (name === 'img' && !pictures && !element.src.startsWith(document.baseURI)) found.push(element.src);
      if (element.hasAttribute('id') && !/^[a-z]+(-[a-z]+)?$|^year--?\d+$/.test(element.id)) found.push(`id ${element.id}`);
      if (name === 'form' && element.getAttribute('action') !== './') found.push(`action ${element.action}`);
      if (element.hasAttribute('name') && element.form === undefined) found.push(`name ${element.getAttribute('name')}`);
    }
    return found;
  }

  // Does to every part what a reader may do to it; the reader's own buttons work.
  function touch(root) {
    for (const element of root.querySelectorAll(':not(button, input)')) {
      for (const name of EVENTS) {
        element.dispatchEvent(new Event(name, { bubbles: false, cancelable: true }));
      }
    }
  }

  // Letters only: white space and what is not seen may change.
  const letters = (text) => text.replace(/[^!-~]/g, '');

  // Looks at the article in hand; tells what is wrong with it.
  function look({ text, words, ends, number }, pictures = false) {
    const article = document.querySelector('main article');
    const found = faults(document.getElementById('page'), pictures);
    touch(article);
    const headline = article.querySelector('h1').textContent;
    if (!letters(headline).includes(letters(text))) found.push(`the headline says ${headline}`);
    const body = article.querySelector('.body');
    const pictured = [...body.querySelectorAll('img')].map((image) => image.alt);
    const said = [body.innerText, ...pictured].join(' ');
    for (const word of words) if (!said.includes(word)) found.push(`“${word}” is lost: ${said}`);
    if (!said.includes(`first${number}`)) found.push('what stands before is lost');
    if (ends && !said.includes(`last${number}`)) found.push('what stands after is lost');
    for (const name of ['localStorage', 'cookie', 'backissue', 'baseURI']) {
      if (document[name] instanceof Element || window[name] instanceof Element) found.push(`${name} is an element`);
    }
    return found;
  }

  // Goes to an address without loading the page, and waits for a condition.
  async function go(address, there) {
    history.pushState(null, '', new URL(address, document.baseURI));
    dispatchEvent(new PopStateEvent('popstate'));
    const since = performance.now();
    while (!there()) {
      if (performance.now() - since > 15_000) throw new Error(`${address} does not open`);
      await new Promise((next) => { setTimeout(next); });
    }
  }

  window.eyes = { seen, faults, touch, look, go, letters };
}
