simulator-page-title = Dauys · try the chat
simulator-brand = Dauys
simulator-simulator = Telegram simulator
simulator-console = Console
simulator-site = Site
simulator-offline = no connection to the server
simulator-theme = Light or dark
simulator-page-language = Language of the page
simulator-close = Close
simulator-back = Back
simulator-more = More
simulator-cancel = Cancel
simulator-add = Add
simulator-copied = Copied
simulator-copy = Copy text
simulator-failed = That did not work
simulator-understood = Understood
simulator-bot-says = The bot says

simulator-clock-says = It is now { $time }
simulator-clock-hint = Move the clock forward
simulator-clock-fixed = The clock runs by itself here
simulator-plus-hour = + 1 hour
simulator-plus-day = + 1 day
simulator-plus-week = + a working week (7 days)
simulator-real-time = Back to real time

simulator-people = People and groups
simulator-chats = Chats
simulator-chat = Chat
simulator-search = Search
simulator-citizens = Citizens
simulator-groups = Staff groups
simulator-staff = Staff
simulator-new-person = New person
simulator-new-group = New group
simulator-name = Name
simulator-language = Language
simulator-role = Who is it
simulator-a-citizen = A citizen
simulator-an-official = An official
simulator-title = Title
simulator-group-members = Members
simulator-with-topics = With topics
simulator-open-beside = Open beside
simulator-not-started = has not written to the bot yet
simulator-blocked = the bot is blocked
simulator-you = You
simulator-unread = { $count ->
    [one] { $count } unread
   *[other] { $count } unread
}
simulator-members = { $count ->
    [one] { $count } member
   *[other] { $count } members
}
simulator-chat-with = chat with { $bot } · { $language }
simulator-choose-chat = Choose whose words to write
simulator-write-as = Write as

simulator-what-can-it-do = What can this bot do?
simulator-bot-description = Write what happened and learn who answers, and when.
simulator-group-empty = This is where the bot writes to officials.
simulator-group-without-bot = The bot is not here yet. Add it through the menu of the group.
simulator-start = Start
simulator-start-with = Start from a link
simulator-payload = Parameter of the link
simulator-payload-hint = What follows start= in a link to the bot: Latin letters, digits, - and _, up to 64 characters.
simulator-block = Block the bot
simulator-unblock = Unblock the bot
simulator-clear = Clear the chat
simulator-add-bot = Add the bot
simulator-remove-bot = Remove the bot

simulator-message = Message
simulator-messages = Messages
simulator-menu = Menu
simulator-no-commands = The bot has not named its commands yet
simulator-keyboard = Keys of the bot
simulator-attach = Attach
simulator-send = Send
simulator-record-voice = Record voice
simulator-recording = recording
simulator-discard = Do not send
simulator-no-microphone = No microphone available. Attach a recording instead.
simulator-editing = Editing a message
simulator-reply = Reply
simulator-edit = Edit
simulator-remove = Delete
simulator-typing = typing…
simulator-to-newest = To the newest messages
simulator-edited = edited
simulator-sent = sent
simulator-taken-by-bot = taken by the bot
simulator-forwarded = Forwarded from { $who }
simulator-pinned = Pinned

simulator-photo = Photo
simulator-open-photo = Open the photo
simulator-photo-or-album = Photo or album
simulator-document = Document
simulator-video = Video
simulator-audio = Sound
simulator-voice = Voice message
simulator-voice-file = Voice from a file
simulator-contact = Contact
simulator-my-contact = My telephone number
simulator-poll = Poll
simulator-sample-lamp = A dark street lamp
simulator-sample-hole = A hole in the road
simulator-sample-bin = Rubbish not collected
simulator-sample-album = An album of three
simulator-place = Place
simulator-send-place = Send the place
simulator-pick-on-grid = Grid of coordinates: press to move the point
simulator-latitude = Latitude
simulator-longitude = Longitude
simulator-play = Play
simulator-pause = Pause
simulator-cannot-play = cannot be played
simulator-kilobytes = { $size } KB
simulator-megabytes = { $size } MB

simulator-vote = Vote
simulator-poll-anonymous = Anonymous poll
simulator-poll-open = Public poll
simulator-poll-closed = Poll closed
simulator-poll-total = { $count ->
    [one] { $count } vote
   *[other] { $count } votes
}
simulator-poll-take-back = Take the vote back

simulator-pinned-something = { $who } pinned a message
simulator-joined = Joined: { $who }
simulator-left = Left: { $who }
simulator-renamed = { $who } changed the title to “{ $title }”
simulator-topic-created = New topic “{ $name }”
simulator-topic-renamed = The topic is now called “{ $name }”
simulator-topic-closed = Topic closed
simulator-topic-reopened = Topic open again

simulator-months = January February March April May June July August September October November December
simulator-months-short = Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec
simulator-weekdays = Monday Tuesday Wednesday Thursday Friday Saturday Sunday
simulator-weekdays-short = Mon Tue Wed Thu Fri Sat Sun
simulator-long-day = { $weekday } { $day } { $month }
simulator-short-day = { $day } { $month }
simulator-day-and-time = { $weekday } { $day } { $month }, { $time }
simulator-sample-photos = A ready photo to try with
simulator-all-topics = All topics
simulator-topics = Topics
simulator-who-follows = Who follows the link?
simulator-caption = Caption
simulator-without-compression = Send as a file, uncompressed
simulator-send-files = { $count ->
    [one] Send { $count } file
   *[other] Send { $count } files
}
simulator-openers = What one could write
