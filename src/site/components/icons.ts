/** Lucide shapes redrawn on a 20 px grid; drawn by stroke unless a path says otherwise. */
export const icons = {
  arrow: '<path d="M4 10h12M11 5l5 5-5 5"/>',
  book: '<path d="M3 4.5c2.5-1 5-.5 7 1 2-1.5 4.5-2 7-1v11.5c-2.5-1-5-.5-7 1-2-1.5-4.5-2-7-1zM10 5.5V17"/>',
  calendar: '<path d="M3 5h14v12H3zM3 8.5h14M7 3v3.5M13 3v3.5"/>',
  check: '<path d="m4 10.5 4 4L16 6"/>',
  chev: '<path d="m7.5 4.5 5.5 5.5-5.5 5.5"/>',
  clock: '<circle cx="10" cy="10" r="7"/><path d="M10 6v4.3l2.8 1.7"/>',
  copy: '<rect x="7" y="7" width="10" height="10" rx="1.5"/><path d="M13 7V4.5A1.5 1.5 0 0 0 11.5 3h-7A1.5 1.5 0 0 0 3 4.5v7A1.5 1.5 0 0 0 4.5 13H7"/>',
  dash: '<path d="M5 10h10"/>',
  down: '<path d="M10 3v9.5M5.5 8.5 10 13l4.5-4.5M3.5 17h13"/>',
  enter: '<path d="M16 4v6.5H4.5M8 7l-3.5 3.5L8 14"/>',
  ext: '<path d="M11.5 3H17v5.5M17 3l-7.5 7.5M8 4.5H4.5A1.5 1.5 0 0 0 3 6v9.5A1.5 1.5 0 0 0 4.5 17H14a1.5 1.5 0 0 0 1.5-1.5V12"/>',
  flag: '<path d="M5 18V3h10l-2.5 3.5L15 10H5"/>',
  fork: '<path d="M10 17.5V11M10 11 4 4.5M10 11l6-6.5M4 8.5v-4h4M12 4.5h4v4"/>',
  home: '<path d="M3 9.5 10 3.5l7 6M5 8.5V17h10V8.5"/>',
  info: '<circle cx="10" cy="10" r="7"/><path d="M10 9.5v4M10 6.5v.1"/>',
  link: '<path d="M8.5 11.5a3 3 0 0 0 4.3 0l3-3a3 3 0 0 0-4.3-4.3l-1 1M11.5 8.5a3 3 0 0 0-4.3 0l-3 3a3 3 0 0 0 4.3 4.3l1-1"/>',
  list: '<path d="M7 5h10M7 10h10M7 15h10M3 5h.1M3 10h.1M3 15h.1"/>',
  page: '<path d="M5 2.5h6.5L15 6v11.5H5zM11.5 2.5V6H15M7.5 10h5M7.5 13.5h5"/>',
  pen: '<path d="M4 16l.8-3.5L13.5 3.8a1.4 1.4 0 0 1 2 0l.7.7a1.4 1.4 0 0 1 0 2L7.5 15.2z"/>',
  phone:
    '<path d="M5 2.5h2.6l1.5 4-2 1.6a11 11 0 0 0 4.8 4.8l1.6-2 4 1.5V15a2.5 2.5 0 0 1-2.7 2.5A13.5 13.5 0 0 1 2.5 5.2 2.5 2.5 0 0 1 5 2.5z"/>',
  play: '<path d="M6 3.5 16 10 6 16.5z" fill="currentColor"/>',
  pr: '<circle cx="5.5" cy="4.5" r="2"/><circle cx="5.5" cy="15.5" r="2"/><circle cx="14.5" cy="15.5" r="2"/><path d="M5.5 6.5v7M14.5 13.5V8A3 3 0 0 0 11.5 5H9m2-2L9 5l2 2"/>',
  search: '<circle cx="9" cy="9" r="5.5"/><path d="m13.2 13.2 4.3 4.3"/>',
  server: '<path d="M3 3.5h14v5.5H3zM3 11h14v5.5H3zM6 6.2h.1M6 13.7h.1"/>',
  sort: '<path d="m6.5 8 3.5-4 3.5 4zM6.5 12l3.5 4 3.5-4z" fill="currentColor" stroke="none"/>',
  stop: '<rect x="5" y="5" width="10" height="10" rx="1" fill="currentColor"/>',
  theme: '<circle cx="10" cy="10" r="7"/><path d="M10 3a7 7 0 0 1 0 14z" fill="currentColor"/>',
  user: '<circle cx="10" cy="6.5" r="3.5"/><path d="M3.5 17.5a6.5 6.5 0 0 1 13 0"/>',
  warn: '<path d="M10 3 18 16.5H2z"/><path d="M10 8v4M10 14.2v.1"/>',
  x: '<path d="m5 5 10 10M15 5 5 15"/>',
} as const;

export type IconName = keyof typeof icons;

/** Hollow circle, diamond, triangle, octagon: one path each, filled. */
export const levelShapes = {
  1: 'M8 1.75a6.25 6.25 0 1 1 0 12.5 6.25 6.25 0 0 1 0-12.5m0 2.5a3.75 3.75 0 1 0 0 7.5 3.75 3.75 0 0 0 0-7.5z',
  2: 'M8 1 15 8 8 15 1 8z',
  3: 'M8 1.2 15.5 14.5H.5z',
  4: 'M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5z',
} as const;

/** Place on the four-step scale that colours and shapes follow: 1 is the mildest. */
export type LevelStep = keyof typeof levelShapes;
