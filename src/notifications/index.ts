export { createDispatcher, type Deliver, type Dispatcher } from './dispatcher.ts';
export { type DeliveryOutcome, type Lane, LANES, type Notification, Recipient } from './notification.ts';
export { createNotificationsRepository, type NewNotification, type NotificationsRepository } from './notifications-repository.ts';
