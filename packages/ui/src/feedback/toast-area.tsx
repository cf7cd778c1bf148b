import { Notifications } from '@mantine/notifications'

/** The place of the toasts; loaded after the page, because nothing is toasted before something was done. */
export default function ToastArea() {
  return <Notifications position="bottom-center" autoClose={5000} limit={3} containerWidth={420} />
}
