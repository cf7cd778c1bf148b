import { describe, expect, test } from 'vitest'
import { applyProblemToForm, fieldOfPointer } from './apply-problem.ts'

const refused = {
  type: '/problems/validation-failed',
  title: 'Some values are not right',
  status: 422,
  detail: 'Two values are not right',
  code: 'validation_failed',
  request_id: 'req_1',
  errors: [
    { pointer: '/lines/0/unit_price', code: 'invalid', detail: 'A number with at most 8 decimals' },
    { pointer: '/price/amount', code: 'invalid', detail: 'The amount must be more than zero' },
  ],
}

function recordingForm() {
  const seen: Record<string, unknown>[] = []
  return { seen, setErrors: (errors: Record<string, unknown>) => void seen.push(errors) }
}

describe('the server’s field errors', () => {
  test('are named by their pointer, escapes included [UX-23]', () => {
    expect(fieldOfPointer('/lines/12/unit_price')).toBe('lines.12.unit_price')
    expect(fieldOfPointer('/metadata/a~1b~0c')).toBe('metadata.a/b~c')
  })

  test('stand beside their fields, also where the form names them differently [UX-23]', () => {
    const form = recordingForm()
    const isMarked = applyProblemToForm(form, refused, (field) => field.replace(/^price\.amount$/, 'price'))
    expect(isMarked).toBe(true)
    expect(form.seen).toEqual([
      {
        'lines.0.unit_price': 'A number with at most 8 decimals',
        price: 'The amount must be more than zero',
      },
    ])
  })

  test('leave the form alone when there are none [UX-23]', () => {
    const form = recordingForm()
    expect(applyProblemToForm(form, new TypeError('fetch failed'))).toBe(false)
    expect(applyProblemToForm(form, { problem: { ...refused, errors: [] } })).toBe(false)
    expect(form.seen).toEqual([])
  })
})
