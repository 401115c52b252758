export { type BulkNotification, type BulkOutbox, createBulkOutbox } from './bulk-outbox-repository.ts';
export { createDispatcher, type Deliver, type Dispatcher } from './dispatcher.ts';
export { type DeliveryOutcome, LANES, type Lane, type Notification, Recipient } from './notification.ts';
export {
  createNotificationsRepository,
  type NewNotification,
  type NotificationsRepository,
} from './notifications-repository.ts';
export { createOperatorNotices, type OperatorNotice, type OperatorNotices } from './operator-notices-repository.ts';
