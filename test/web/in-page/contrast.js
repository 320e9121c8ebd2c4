// Runs in a page. Gives the contrast (WCAG 2.2, 1.4.3) of every piece of text that is seen, against what lies behind it.
(() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

  // [red, green, blue, alpha] from 0 to 1 of any CSS colour.
  const read = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].map((value) => value / 255);
  };
  const over = (front, back) => front.slice(0, 3).map((value, i) => value * front[3] + back[i] * (1 - front[3]));
  const luminance = (colour) => {
    const [red, green, blue] = colour.map((value) =>
      value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const behind = (element) => {
    if (!element) return read(getComputedStyle(document.documentElement).backgroundColor).slice(0, 3);
    const colour = read(getComputedStyle(element).backgroundColor);
    return colour[3] === 1 ? colour.slice(0, 3) : over(colour, behind(element.parentElement));
  };

  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.data.trim();
    if (!text || !element.checkVisibility({ visibilityProperty: true }) || element.closest('.visually-hidden, option'))
      continue;
    const style = getComputedStyle(element);
    const back = behind(element);
    const [light, dark] = [luminance(over(read(style.color), back)), luminance(back)].sort((a, b) => b - a);
    const size = Number.parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    found.push({
      text: text.slice(0, 60),
      class: element.className,
      ratio: (light + 0.05) / (dark + 0.05),
      needed: large ? 3 : 4.5,
    });
  }
  return found;
})();
