export type { Diagram, DiagramError, DiagramResult } from './diagram.ts';
export { diagramFigure, setDiagram, type FigureOptions } from './figure.ts';
export { findDiagramError, renderDiagram, type RenderOptions } from './render-diagram.ts';
