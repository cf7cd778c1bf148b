import '@portico/ui/ui-texts.sw.ts'
import '@portico/ui/feedback/problem-words.sw.ts'

/** All that the private link says in Swahili, in one part that only its readers load. */
import.meta.glob(
  ['./**/texts.sw.ts', '../portal-shared/**/texts.sw.ts', '../shared/{,paper/,labels/}texts.sw.ts'],
  {
    eager: true,
  },
)
