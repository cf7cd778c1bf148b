import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { applyProblemToForm, FormActions, FormLayout, toast, useTexts, type ReadProblem } from '@portico/ui'
import { useState } from 'react'
import { HistoryButton } from '../activity/record-history.tsx'
import { changedFields } from '../../shared/record-form/changed-fields.ts'
import { isOvertaken, refusalToShow } from '../../shared/record-form/overtaken.ts'
import { FormPanel, usePanelForm, type FormInPanel } from '../form-panel.tsx'
import { useWorkspace } from '../workspace-data.ts'
import { membersQuery, rolesQuery, useUpdateMember, type Member } from './team-data.ts'
import { teamTexts } from './texts.ts'

/** A member's role, title and reach. */
export function MemberPanel({ member, onClose }: { member: Member | null; onClose: () => void }) {
  const t = useTexts(teamTexts)
  return (
    <FormPanel
      opened={member !== null}
      item={member}
      onClose={onClose}
      title={(shown) => t('editTitle', { name: shown?.name ?? '' })}
    >
      {(shown, panel) => (shown ? <MemberForm member={shown} {...panel} /> : null)}
    </FormPanel>
  )
}

interface MemberFormProps extends FormInPanel {
  member: Member
}

function MemberForm({ member, onDirty, onDone }: MemberFormProps) {
  const t = useTexts(teamTexts)
  const queries = useQueryClient()
  const { can } = useWorkspace()
  const roles = useQuery({ ...rolesQuery, enabled: can('members.role.read') })
  const update = useUpdateMember()
  const [start, setStart] = useState(member)
  const [changedMeanwhile, setChanged] = useState<ReadProblem | null>(null)
  const form = usePanelForm(onDirty, {
    initialValues: {
      role_id: member.role.id,
      title: member.title ?? '',
      is_limited: member.is_limited_to_assigned_clients,
    },
  })
  const choices = (roles.data?.data ?? []).filter(({ key }) => key !== 'client')

  const bodyOf = ({ role_id, title, is_limited }: typeof form.values) => ({
    role_id,
    title: title.trim() || null,
    is_limited_to_assigned_clients: is_limited,
  })

  function submit(values: typeof form.values) {
    setChanged(null)
    update.mutate(
      {
        member: start,
        body: changedFields(bodyOf(values), bodyOf(form.getInitialValues())),
      },
      {
        onSuccess: ({ name }) => {
          toast(t('saved', { name }))
          onDone()
        },
        onError: (error) => {
          applyProblemToForm(form, error, (field) =>
            field === 'is_limited_to_assigned_clients' ? 'is_limited' : field,
          )
          if (isOvertaken(error)) void refresh()
        },
      },
    )
  }

  /** Saving again is then made from what stands there now. */
  async function refresh() {
    const answer = await queries.fetchQuery({ ...membersQuery({ limit: 100 }), staleTime: 0 })
    setStart(answer.data.find(({ id }) => id === member.id) ?? start)
    setChanged({ title: t('changedMeanwhile'), detail: '', status: 412, requestId: null })
  }

  return (
    <FormLayout
      label={t('editTitle', { name: member.name })}
      error={changedMeanwhile ?? refusalToShow(update.error)}
      onSubmit={form.onSubmit(submit)}
    >
      <Select
        label={t('role')}
        allowDeselect={false}
        data={
          choices.length > 0
            ? choices.map(({ id, name }) => ({ value: id, label: name }))
            : [{ value: member.role.id, label: member.role.name }]
        }
        {...form.getInputProps('role_id')}
      />
      <TextInput label={t('jobTitle')} autoComplete="off" maxLength={80} {...form.getInputProps('title')} />
      <Checkbox
        label={t('limit')}
        description={t('limitHint')}
        {...form.getInputProps('is_limited', { type: 'checkbox' })}
      />
      <FormActions note={<HistoryButton size="xs" record={member.id} name={member.name} />}>
        <Button type="submit" loading={update.isPending}>
          {t('save')}
        </Button>
      </FormActions>
    </FormLayout>
  )
}
