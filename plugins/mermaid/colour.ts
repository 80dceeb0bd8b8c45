import { roles, type Role } from './palette.ts';

const NAMES: Readonly<Record<string, string>> = { white: '#ffffff', black: '#000000', red: '#ff0000', green: '#008000', blue: '#0000ff', yellow: '#ffff00', orange: '#ffa500', grey: '#808080', gray: '#808080', lightgrey: '#d3d3d3', lightgray: '#d3d3d3', pink: '#ffc0cb', purple: '#800080', navy: '#000080', cyan: '#00ffff', lightblue: '#add8e6', lightgreen: '#90ee90', lightyellow: '#ffffe0', darkred: '#8b0000', darkgreen: '#006400', darkblue: '#00008b', gold: '#ffd700', brown: '#a52a2a', teal: '#008080', magenta: '#ff00ff', lime: '#00ff00', salmon: '#fa8072', tomato: '#ff6347', coral: '#ff7f50', crimson: '#dc143c', khaki: '#f0e68c', silver: '#c0c0c0', maroon: '#800000', indigo: '#4b0082', violet: '#ee82ee' };

const pair = (value: number): string => Math.round(Math.min(255, Math.max(0, value))).toString(16).padStart(2, '0');

/** A colour as #rrggbb, or undefined where it is none that is opaque (none, transparent, url(…)). */
export function hexOf(value: string): string | undefined {
  const text = value.trim().toLowerCase();
  const short = /^#([\da-f])([\da-f])([\da-f])$/.exec(text);
  if (short) return `#${short.slice(1).map((digit) => digit + digit).join('')}`;
  if (/^#[\da-f]{6}$/.test(text)) return text;
  const rgb = /^rgba?\(([^)]*)\)$/.exec(text)?.[1]?.split(/[\s,/]+/).filter(Boolean).map((part) => (part.endsWith('%') ? Number.parseFloat(part) * 2.55 : Number(part)));
  if (rgb && rgb.length >= 3) return rgb[3] === 0 ? undefined : `#${rgb.slice(0, 3).map(pair).join('')}`;
  const hsl = /^hsla?\(\s*([-\d.]+)(?:deg)?[\s,]+([\d.]+)%[\s,]+([\d.]+)%/.exec(text)?.slice(1).map(Number);
  if (hsl) {
    const [hue = 0, saturation = 0, lightness = 0] = hsl;
    const channel = (n: number): number => {
      const k = (n + (((hue % 360) + 360) % 360) / 30) % 12;
      const l = lightness / 100;
      return 255 * (l - (saturation / 100) * Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
    };
    return `#${[0, 8, 4].map((n) => pair(channel(n))).join('')}`;
  }
  return NAMES[text];
}

const byHex = new Map<string, Role>(Object.entries(roles).map(([role, hex]) => [hex, role as Role]));

/** What a colour is for, or undefined where it is not one of ours. */
export const roleOf = (hex: string): Role | undefined => byHex.get(hex);

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast of two colours by WCAG, from 1 to 21. */
export function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** The ink that reads best on a fill. */
export const inkOn = (fill: string): string => (contrast(fill, roles.ink) >= contrast(fill, '#ffffff') ? roles.ink : '#ffffff');
