/**
 * Has the device keep the wiki, and says which version is read. `[data-offline]` elements (OfflineState.astro) hold the words of each state
 * they show; the page's `site-version` is filled by plugins/offline, whose worker.js answers with `News`.
 */
import { warnOfClock } from './device-clock.ts';

interface Version {
  version: string;
  built: string;
}

interface News {
  /** The version that the device holds whole. */
  current?: Version;
  /** Null when it could not be asked. */
  published?: Version | null;
  /** 0 to 1 while a copy is made. */
  copied?: number;
  problem?: 'storage' | 'altered' | 'network' | 'spared';
}

type State = 'held' | 'copying' | 'away' | 'newer' | 'saved' | NonNullable<News['problem']>;

/** What is read comes first; the copy is the browser's own time. */
const WAIT_MS = 1500;
/** While a copy is made, the worker is asked again so that the browser does not stop it. */
const AGAIN_MS = 20_000;

export function stateOf(mine: string, { current, published, copied, problem }: News): State | undefined {
  const known = published ?? undefined;
  if (published === null) return current || problem ? 'away' : undefined;
  if (known && known.version !== mine && (current === undefined || current.version === known.version || (problem && problem !== 'network'))) return 'newer';
  if (problem) return problem;
  if (copied !== undefined) return 'copying';
  return current?.version === mine ? 'held' : undefined;
}

export function enableOffline(): void {
  const [version = '', built = ''] = document.querySelector<HTMLMetaElement>('meta[name="site-version"]')?.content.split(' ') ?? [];
  // In development, and where site.yml keeps nothing, pages carry no version.
  if (version === '') return;
  const places = [...document.querySelectorAll<HTMLElement>('[data-offline]')];
  const { lang } = document.documentElement;
  const date = new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(built));

  const show = (state: State | undefined, copied = 0): void => {
    const percent = new Intl.NumberFormat(lang, { style: 'percent' }).format(Math.floor(copied * 100) / 100);
    for (const place of places) {
      const words = state && place.dataset[state];
      place.hidden = !words;
      if (!words) continue;
      const text = words.replace('{date}', date).replace('{percent}', percent);
      // Each percent is not worth a voice; a change of state is.
      place.ariaLive = state === 'copying' ? 'off' : 'polite';
      place.dataset.state = state;
      if (state === 'newer') place.replaceChildren(reload(text));
      else place.textContent = text;
    }
  };

  const header = places.find(({ dataset }) => dataset.worker);
  warnOfClock(new Date(built), header?.dataset.clockWord?.replace('{date}', date) ?? '');
  if (!/^https?:$/.test(location.protocol)) return show('saved');
  // Refused outside https and localhost, and where the browser keeps nothing.
  const worker = isSecureContext ? navigator.serviceWorker : undefined;
  if (!worker || !header?.dataset.worker) return;

  let copying = false;
  let known: News = {};
  const ask = async (): Promise<void> => (await worker.ready).active?.postMessage({ type: 'read', version });
  worker.addEventListener('message', ({ data }) => {
    known = data as News;
    copying = known.copied !== undefined && known.problem === undefined;
    show(stateOf(version, known), known.copied);
  });
  const start = (): void => {
    worker.register(header.dataset.worker ?? '', { updateViaCache: 'none' }).then(ask, () => show('storage'));
    setInterval(() => copying && void ask(), AGAIN_MS);
    addEventListener('online', () => void ask());
    addEventListener('offline', () => show(stateOf(version, { ...known, published: null })));
    document.addEventListener('visibilitychange', () => document.hidden || void ask());
  };
  if (document.readyState === 'complete') setTimeout(start, WAIT_MS);
  else addEventListener('load', () => setTimeout(start, WAIT_MS));
}

function reload(text: string): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text;
  button.addEventListener('click', () => location.reload());
  return button;
}
