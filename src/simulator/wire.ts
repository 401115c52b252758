/** The objects of the Bot API as they travel: flat, with everything optional that Telegram may leave out. */

export interface User {
  id: number;
  is_bot: boolean;
  first_name: string;
  last_name?: string | undefined;
  username?: string | undefined;
  language_code?: string | undefined;
}

export interface Chat {
  id: number;
  type: 'private' | 'group' | 'supergroup';
  title?: string | undefined;
  first_name?: string | undefined;
  last_name?: string | undefined;
  username?: string | undefined;
  is_forum?: true | undefined;
}

export interface MessageEntity {
  type: string;
  offset: number;
  length: number;
  url?: string | undefined;
  user?: User | undefined;
  language?: string | undefined;
}

export interface PhotoSize {
  file_id: string;
  file_unique_id: string;
  width: number;
  height: number;
  file_size: number;
}

export interface Media {
  file_id: string;
  file_unique_id: string;
  file_size: number;
  file_name?: string | undefined;
  mime_type?: string | undefined;
  duration?: number | undefined;
  width?: number | undefined;
  height?: number | undefined;
  length?: number | undefined;
  title?: string | undefined;
  performer?: string | undefined;
}

export interface Location {
  latitude: number;
  longitude: number;
  horizontal_accuracy?: number | undefined;
}

export interface Venue {
  location: Location;
  title: string;
  address: string;
}

export interface Contact {
  phone_number: string;
  first_name: string;
  last_name?: string | undefined;
  user_id?: number | undefined;
  vcard?: string | undefined;
}

export interface PollOption {
  persistent_id: string;
  text: string;
  text_entities?: MessageEntity[] | undefined;
  voter_count: number;
}

export interface Poll {
  id: string;
  question: string;
  question_entities?: MessageEntity[] | undefined;
  options: PollOption[];
  total_voter_count: number;
  is_closed: boolean;
  is_anonymous: boolean;
  type: 'regular' | 'quiz';
  allows_multiple_answers: boolean;
  allows_revoting: boolean;
  members_only: boolean;
  correct_option_ids?: number[] | undefined;
  explanation?: string | undefined;
  open_period?: number | undefined;
  close_date?: number | undefined;
}

export interface InlineButton {
  text: string;
  style?: string | undefined;
  url?: string | undefined;
  callback_data?: string | undefined;
  web_app?: { url: string } | undefined;
  copy_text?: { text: string } | undefined;
  switch_inline_query?: string | undefined;
  switch_inline_query_current_chat?: string | undefined;
}

export interface InlineKeyboard {
  inline_keyboard: InlineButton[][];
}

export interface KeyboardButton {
  text: string;
  style?: string | undefined;
  request_contact?: boolean | undefined;
  request_location?: boolean | undefined;
  request_poll?: { type?: string | undefined } | undefined;
  web_app?: { url: string } | undefined;
}

export interface ReplyKeyboard {
  keyboard: KeyboardButton[][];
  is_persistent?: boolean | undefined;
  resize_keyboard?: boolean | undefined;
  one_time_keyboard?: boolean | undefined;
  input_field_placeholder?: string | undefined;
  selective?: boolean | undefined;
}

export type ForwardOrigin =
  | { type: 'user'; date: number; sender_user: User }
  | { type: 'hidden_user'; date: number; sender_user_name: string };

export interface Message {
  message_id: number;
  date: number;
  chat: Chat;
  message_thread_id?: number | undefined;
  is_topic_message?: true | undefined;
  from?: User | undefined;
  forward_origin?: ForwardOrigin | undefined;
  reply_to_message?: Message | undefined;
  edit_date?: number | undefined;
  has_protected_content?: true | undefined;
  media_group_id?: string | undefined;
  text?: string | undefined;
  entities?: MessageEntity[] | undefined;
  link_preview_options?: Record<string, unknown> | undefined;
  caption?: string | undefined;
  caption_entities?: MessageEntity[] | undefined;
  has_media_spoiler?: true | undefined;
  photo?: PhotoSize[] | undefined;
  document?: Media | undefined;
  voice?: Media | undefined;
  audio?: Media | undefined;
  video?: Media | undefined;
  animation?: Media | undefined;
  video_note?: Media | undefined;
  location?: Location | undefined;
  venue?: Venue | undefined;
  contact?: Contact | undefined;
  poll?: Poll | undefined;
  dice?: { emoji: string; value: number } | undefined;
  pinned_message?: Message | undefined;
  new_chat_members?: User[] | undefined;
  left_chat_member?: User | undefined;
  new_chat_title?: string | undefined;
  forum_topic_created?: { name: string; icon_color: number } | undefined;
  forum_topic_edited?: { name?: string | undefined } | undefined;
  forum_topic_closed?: Record<string, never> | undefined;
  forum_topic_reopened?: Record<string, never> | undefined;
  group_chat_created?: true | undefined;
  reply_markup?: InlineKeyboard | undefined;
}

export type MemberStatus = 'creator' | 'administrator' | 'member' | 'restricted' | 'left' | 'kicked';

export interface Update {
  update_id: number;
  [kind: string]: unknown;
}

export interface BotCommand {
  command: string;
  description: string;
}
