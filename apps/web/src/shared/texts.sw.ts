import { translate } from '@portico/ui'
import type { languageTexts, sharedTexts } from './texts.ts'

translate<typeof languageTexts>('language', 'sw', {
  switch: 'Lugha',
})

translate<typeof sharedTexts>('shared', 'sw', {
  notFoundTitle: 'Hakuna kitu hapa',
  notFoundDetail: 'Huenda anwani imeandikwa vibaya, au kilichokuwa hapa kimeondolewa.',
  notFoundHome: 'Nenda mwanzo',
  figuresOnly: '{{language}} (tarehe na namba; maneno kwa Kiingereza)',
  needed: 'Hii inahitajika',
  notAnEmail: 'Anwani kama jina@example.com',
  notAPhone: 'Namba ya simu kama +255 712 345 678',
  notAWebsite: 'Anwani kama https://example.com',
})
