export { decide, type PlaceGuess, type RoutingDecision, type RoutingThresholds, type TopicGuess } from './decide.ts';
export { guessLanguage } from './normalise.ts';
export {
  createMessageRouter,
  type Message,
  type MessageRouter,
  type RoutedMessage,
  type TopicReader,
} from './route-message.ts';
export { createUrgencyDetector, EmergencyData, type Urgency } from './urgency.ts';
