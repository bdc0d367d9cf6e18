import Bowser from 'bowser';

/** No browser says more of itself; reading stays short whatever comes. */
const longestRead = 512;

const browsers = new Set(Object.values(Bowser.BROWSER_MAP));
const systems = new Set(Object.values(Bowser.OS_MAP));

/**
 * What somebody came on, by the `User-Agent` header: “Firefox on Android”, “Firefox” or “Android”. Null for what is no
 * browser that is known by name: nothing of the header's own text is ever in it.
 */
export function deviceOf(userAgent: string | undefined): string | null {
  if (!userAgent) return null;
  const { browser, os } = Bowser.parse(userAgent.slice(0, longestRead));
  const names = [known(browser.name, browsers), known(os.name, systems)].filter((name) => name !== null);
  return names.length > 0 ? names.join(' on ') : null;
}

function known(name: string | undefined, names: ReadonlySet<string>): string | null {
  return name !== undefined && names.has(name) ? name : null;
}
