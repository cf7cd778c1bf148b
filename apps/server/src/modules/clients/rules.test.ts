import { expect, test } from 'vitest'
import { canBeInvoiced, canOpenPortal, clientSearchText, mayBecome, taxNumberKey } from './rules.ts'

const states = ['pending', 'active', 'suspended', 'inactive'] as const

test('seven ways lead from state to state, none back to itself [CLI-16] [CLI-19]', () => {
  const ways = states.flatMap((from) =>
    states.filter((to) => mayBecome(from, to)).map((to) => `${from} ${to}`),
  )
  expect(ways).toEqual([
    'pending active',
    'pending inactive',
    'active suspended',
    'active inactive',
    'suspended active',
    'suspended inactive',
    'inactive active',
  ])
  expect(states.filter(canBeInvoiced)).toEqual(['pending', 'active', 'suspended'])
  expect(states.filter(canOpenPortal)).toEqual(['pending', 'active'])
})

test('a client is found by what people know it by', () => {
  const text = clientSearchText({
    name: 'Café  Kilimo',
    legal_name: null,
    refid: 'CL-7KQ4M2XD',
    email: 'Office@Kilimo.example',
    tax_number: '100-200',
    phone: '+255 (712) 345-678',
  })
  expect(text).toBe('cafe kilimo cl-7kq4m2xd office@kilimo.example 100-200 +255712345678')
  expect(taxNumberKey('tin 100-200/x')).toBe('TIN100200X')
})
