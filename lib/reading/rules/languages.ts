/** Small words of languages that the reader does not read, and of the one that it does. */
export const ENGLISH: ReadonlySet<string> = new Set(
  "the and of with no she he her his was is are has had have for on at to not this that which were been from in by an but or patient showed since denies day history".split(
    " ",
  ),
);

export const OTHER_LANGUAGES: readonly (readonly [string, ReadonlySet<string>])[] = [
  [
    "German",
    new Set(
      "der die das und mit kein keine keinen nicht ist wurde eine einen patientin patient bei von zur zum im vom hat sie werden unter nach über seit".split(
        " ",
      ),
    ),
  ],
  [
    "French",
    new Set(
      "le la les des et pas avec une un est sans patiente du au aux sa son dans pour par chez elle ans depuis".split(
        " ",
      ),
    ),
  ],
  [
    "Spanish",
    new Set(
      "el la los las y sin con no una un paciente de del su por para en niega tiene años que se presenta".split(" "),
    ),
  ],
  [
    "Italian",
    new Set(
      "il lo la gli le e senza con non una un paziente di del della che per né ha anni nessuna nessun presenta si dal".split(
        " ",
      ),
    ),
  ],
  [
    "Dutch",
    new Set(
      "de het een en met geen niet van patiënte patient patiente is werd haar zijn bij op jaar heeft door voor uit".split(
        " ",
      ),
    ),
  ],
  [
    "Portuguese",
    new Set(
      "o a os as e sem com não nao uma um paciente de do da em por para sua nega tem anos que se apresenta".split(" "),
    ),
  ],
  [
    "Swedish",
    new Set(
      "och med ingen inga inte är har en ett patient kvinna som på av för till hon det vid från under".split(" "),
    ),
  ],
  ["Polish", new Set("i z bez nie w na pacjentka pacjent jest do od oraz ma lat przy po za u dla".split(" "))],
  ["Turkish", new Set("ve ile yok bir hasta olan için var bu da de mi daha sonra olarak".split(" "))],
];
