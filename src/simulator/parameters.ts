import type { BotCommand, MessageEntity } from './wire.ts';

interface InputMedia {
  type: string;
  media: string;
  caption?: string;
  parse_mode?: string;
  caption_entities?: MessageEntity[];
  has_spoiler?: boolean;
  duration?: number;
}

interface CommandScope {
  type: string;
  chat_id?: number | string;
  user_id?: number;
}

/** The parameters of all methods served, after the table has checked their types. */
export interface Parameters {
  chat_id?: number | string;
  from_chat_id?: number | string;
  user_id?: number;
  message_id?: number;
  message_ids?: number[];
  message_thread_id?: number;
  text?: string;
  parse_mode?: string;
  entities?: MessageEntity[];
  caption?: string;
  caption_entities?: MessageEntity[];
  has_spoiler?: boolean;
  protect_content?: boolean;
  link_preview_options?: Record<string, unknown>;
  reply_parameters?: { message_id: number; allow_sending_without_reply?: boolean };
  reply_markup?: object;
  media?: InputMedia[] | InputMedia;
  duration?: number;
  width?: number;
  height?: number;
  length?: number;
  performer?: string;
  title?: string;
  latitude?: number;
  longitude?: number;
  horizontal_accuracy?: number;
  address?: string;
  phone_number?: string;
  first_name?: string;
  last_name?: string;
  vcard?: string;
  question?: string;
  question_parse_mode?: string;
  question_entities?: MessageEntity[];
  options?: { text: string; text_parse_mode?: string; text_entities?: MessageEntity[] }[];
  is_anonymous?: boolean;
  type?: string;
  allows_multiple_answers?: boolean;
  allows_revoting?: boolean;
  correct_option_ids?: number[];
  explanation?: string;
  open_period?: number;
  close_date?: number;
  is_closed?: boolean;
  emoji?: string;
  action?: string;
  reaction?: { type: string; emoji?: string }[];
  callback_query_id?: string;
  inline_query_id?: string;
  results?: Record<string, unknown>[];
  show_alert?: boolean;
  url?: string;
  secret_token?: string;
  max_connections?: number;
  allowed_updates?: string[];
  drop_pending_updates?: boolean;
  offset?: number;
  limit?: number;
  timeout?: number;
  file_id?: string;
  commands?: BotCommand[];
  scope?: CommandScope;
  language_code?: string;
  name?: string;
  description?: string;
  short_description?: string;
  menu_button?: Record<string, unknown>;
  rights?: Record<string, unknown>;
  for_channels?: boolean;
  icon_color?: number;
  custom_title?: string;
  can_manage_chat?: boolean;
  revoke_messages?: boolean;
  only_if_banned?: boolean;
  [name: string]: unknown;
}
