import { portalRightKeys, rightsPresets, type PortalRight, type RightsPreset } from '@portico/contract'
import { fieldRefusal } from '../../platform/errors.ts'

export type RightsChoice = { preset: RightsPreset | 'custom'; rights: PortalRight[] }
type Wanted = {
  rights_preset?: RightsPreset | 'custom' | undefined
  rights?: readonly PortalRight[] | undefined
}

const inOrder = (rights: readonly string[]): PortalRight[] =>
  portalRightKeys.filter((right) => rights.includes(right))
const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  inOrder(some).join() === inOrder(others).join()

/**
 * A contact's rights after a choice. A preset brings its rights; rights of one's own are the preset that has exactly them, or custom;
 * nothing said leaves what there is. Nothing is allowed that is not named.
 */
export function chooseRights(
  current: { rights_preset: RightsPreset | 'custom'; rights: readonly string[] },
  wanted: Wanted,
): RightsChoice {
  const { rights_preset: preset, rights } = wanted
  if (preset && preset !== 'custom') {
    if (rights && !isSame(rights, rightsPresets[preset]))
      throw fieldRefusal(
        '/rights',
        'not_the_preset',
        'These are not the rights of the preset; choose “custom” for rights of your own.',
      )
    return { preset, rights: inOrder(rightsPresets[preset]) }
  }
  const chosen = inOrder(rights ?? current.rights)
  if (preset === 'custom') return { preset, rights: chosen }
  if (!rights) return { preset: current.rights_preset, rights: chosen }
  const matching = (Object.keys(rightsPresets) as RightsPreset[]).find((name) =>
    isSame(chosen, rightsPresets[name]),
  )
  return { preset: matching ?? 'custom', rights: chosen }
}
