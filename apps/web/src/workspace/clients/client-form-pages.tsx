export function NewClientPage() {
  return null
}

export function EditClientPage() {
  return null
}
