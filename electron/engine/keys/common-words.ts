/**
 * Words that passphrases are guessed with first: the heads of published lists of stolen passwords, British football
 * and places, and the words of this work. Lower case, no separators, at least three letters. The list need not be
 * long: what is on it counts as one character, everything else is judged by its length.
 */
export const commonWords: readonly string[] = [
  'password passwort passphrase passcode pass word secret login signin letmein openup access enter welcome hello',
  'changeme change default temp temporary test testing guest user username admin administrator root master system',
  'computer laptop windows internet google facebook amazon apple microsoft outlook',
  'iloveyou love loveyou lovely forever family mother father mummy daddy baby babygirl princess angel sunshine',
  'sunflower flower butterfly rainbow chocolate cookie cheese banana orange cherry pepper ginger',
  'monkey dragon tiger lion panda bear horse dog cat puppy kitten fluffy charlie max buddy bella daisy poppy',
  'football soccer rugby cricket liverpool everton arsenal chelsea manchester united city tottenham rangers celtic',
  'youllneverwalkalone merseyside england scotland wales ireland britain london sefton wirral knowsley',
  'spring summer autumn winter january february march april may june july august september october november december',
  'monday tuesday wednesday thursday friday saturday sunday christmas easter birthday holiday',
  'superman batman spiderman pokemon starwars matrix ninja killer shadow phoenix wizard hunter ranger',
  'michael jordan jessica ashley daniel thomas george jack oliver harry charlotte sophie emma hannah james robert',
  'trustno1 whatever nothing freedom jesus heaven blessed faith hope peace money diamond silver golden',
  'oneteam team nhs hospital health healthcare care carer social worker coordinator doctor nurse ward clinic surgery',
  'practice neighbourhood locality referral caseload council trust office work',
  'correcthorsebatterystaple correct battery staple mypassword thisismypassword qwerty azerty qazwsx zaq12wsx',
  '1q2w3e4r5t6y 1q2w3e4r 1qaz2wsx 1qaz abc123 111222333 112233 123123 123321 147258369 159357 987654321 007',
].flatMap((line) => line.split(' '));
