/** The labels of a state diagram start at the left of a box that is wider than they are: without HTML, Mermaid does not centre them. */
function centreStates(svg: Element): void {
  for (const node of svg.querySelectorAll('.node.statediagram-state')) {
    const [box, label, ...others] = [...node.children].filter(({ tagName }) => tagName !== 'title');
    if (box?.tagName !== 'rect' || !label?.classList.contains('label') || others.length > 0) continue;
    const middle = Number(box.getAttribute('x')) + Number(box.getAttribute('width')) / 2;
    const [, top = '0'] = /translate\(\s*[-\d.]+[\s,]+([-\d.]+)/.exec(label.getAttribute('transform') ?? '') ?? [];
    label.setAttribute('transform', `translate(${middle}, ${top})`);
    for (const text of label.querySelectorAll('text')) text.setAttribute('text-anchor', 'middle');
  }
}

/** Mends what Mermaid draws less well as text than as HTML. After styles became attributes, before classes go. */
export function mendLabels(svg: Element): void {
  centreStates(svg);
  // Half transparent, the ground of a label leaves the line visible through its words.
  for (const ground of svg.querySelectorAll('.edgeLabel rect')) ground.setAttribute('opacity', '1');
}
