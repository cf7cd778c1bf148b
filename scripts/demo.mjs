// npm run demo: the same as "npx portico start --demo".
process.argv.splice(2, 0, 'start', '--demo')
await import('../apps/server/bin/portico.mjs')
