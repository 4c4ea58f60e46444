/**
 * The contrast of every visible text on the page against what is behind it, by WCAG 2.2's formula (relative luminance
 * of sRGB). Runs inside the page.
 */
export function contrasts(): { text: string; contrast: number; element: string }[] {
  type Colour = [red: number, green: number, blue: number, alpha: number];
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const known = new Map<string, Colour>();
  const colourOf = (css: string): Colour => {
    const before = known.get(css);
    if (before || !canvas) return before ?? [0, 0, 0, 1];
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = css;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
    const colour: Colour = [red, green, blue, alpha / 255];
    known.set(css, colour);
    return colour;
  };
  const over = (top: Colour, below: Colour): Colour => {
    const mix = (index: 0 | 1 | 2) => top[index] * top[3] + below[index] * (1 - top[3]);
    return [mix(0), mix(1), mix(2), 1];
  };
  const groundOf = (element: Element): Colour => {
    const layers: Colour[] = [];
    for (let at: Element | null = element; at; at = at.parentElement)
      layers.push(colourOf(getComputedStyle(at).backgroundColor));
    return layers.reduceRight((below, top) => over(top, below), [255, 255, 255, 1] as Colour);
  };
  const luminance = ([red, green, blue]: Colour) => {
    const part = (value: number) =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
    return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
  };
  const texts: { text: string; contrast: number; element: string }[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.textContent?.trim() ?? "";
    if (!element || text === "" || /^(SCRIPT|STYLE|OPTION)$/.test(element.tagName) || !element.checkVisibility())
      continue;
    const ground = groundOf(element);
    const [lighter, darker] = [
      luminance(over(colourOf(getComputedStyle(element).color), ground)),
      luminance(ground),
    ].sort((a, b) => b - a) as [number, number];
    const name = `${element.tagName.toLowerCase()}.${element.className}`;
    texts.push({ text: text.slice(0, 40), contrast: (lighter + 0.05) / (darker + 0.05), element: name });
  }
  return texts;
}
