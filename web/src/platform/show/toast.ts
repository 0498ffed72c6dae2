import { notifications } from '@mantine/notifications';

/** A short word that something was done; announced to screen readers by the notification region. */
export function say(message: string) {
  notifications.show({ message, autoClose: 4000, withBorder: true });
}

export function sayFailure(message: string) {
  notifications.show({ message, color: 'red', autoClose: 8000, withBorder: true });
}
