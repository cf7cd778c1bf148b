const programs: [RegExp, string][] = [
  [/Edg(?:e|A|iOS)?\/(\d+)/, 'Edge'],
  [/OPR\/(\d+)/, 'Opera'],
  [/SamsungBrowser\/(\d+)/, 'Samsung Internet'],
  [/(?:Firefox|FxiOS)\/(\d+)/, 'Firefox'],
  [/(?:HeadlessChrome|Chrome|CriOS)\/(\d+)/, 'Chrome'],
  [/Version\/(\d+)[\d.]* (?:Mobile\/\S+ )?Safari/, 'Safari'],
  [/curl\/([\d.]+)/, 'curl'],
  [/(?:^|\s)node(?:\/|$)(\d*)/, 'Node.js'],
  [/PostmanRuntime\/([\d.]+)/, 'Postman'],
  [/python-requests\/([\d.]+)/, 'Python'],
]
const systems: [RegExp, string][] = [
  [/iPhone|iPod/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/CrOS/, 'ChromeOS'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/Linux|X11/, 'Linux'],
]

/** A browser's name for itself in words: "Firefox 140" and "Linux". Null where it is not one of the known. */
export function readUserAgent(text: string): { program: string | null; system: string | null } {
  let program: string | null = null
  for (const [pattern, name] of programs) {
    const match = pattern.exec(text)
    if (!match) continue
    program = match[1] ? `${name} ${match[1]}` : name
    break
  }
  const system = systems.find(([pattern]) => pattern.test(text))?.[1] ?? null
  return { program, system }
}
