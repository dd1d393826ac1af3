/** An element with a class and what stands in it. */
export function element(tag: string, className = '', ...content: readonly (string | Node)[]): HTMLElement {
  const made = document.createElement(tag)
  if (className !== '') made.className = className
  made.append(...content)
  return made
}

/** A page of paper with its foot; `body` is where everything else goes. */
export function sheet(foot: { left: string; right: string }): { page: HTMLElement; body: HTMLElement } {
  const body = element('div', 'body')
  const page = element(
    'section',
    'page sheet',
    body,
    element('footer', 'foot', element('span', '', foot.left), element('span', '', foot.right)),
  )
  return { page, body }
}

/** Pictures have their size only when they are loaded, and measuring comes after. One that can't be shown is left out. */
export async function loadPictures(parent: HTMLElement): Promise<void> {
  const pictures = [...parent.querySelectorAll('img')]
  await Promise.all(pictures.map(picture => picture.decode().catch(() => picture.remove())))
}
