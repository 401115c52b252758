import { foldCyrillic } from './spelling.ts';

/** Words that say how something is asked, not what about. Chosen by us; short on purpose: rarity weighs the rest. */
const KAZAKH = `мен сен ол біз сіз олар бұл осы сол мына анау менің сенің оның біздің сіздің маған саған оған бізге сізге мені оны өз өзім өзіме бар жоқ емес еді едім екен
болады болды болса болып бола болмай бе ме ба ма па пе да де та те және бірақ немесе әлде ғой ғана тек өте ең енді үшін туралы бойынша арқылы кейін дейін бұрын соң керек қажет
қалай қандай қайда қайдан қашан неге кім не нені немене ма деп деген еді ал мүмкін бере беріп бергім етеді ету еткім істеймін істейді істеу мүлде тағы сондай неше қанша
айтшы айтыңызшы барлық бүкіл екі бір біраз әбден болам жатыр жатырмыз отыр тұр жүр келеді келмеді алсам алам аламын аламыз ала алу аламыз алуға`;
const RUSSIAN = `я ты он она мы вы они мой моя моё мои меня мне мной нас нам вас вам его её их им ему ей себя свой это этот эта эти тот та те такой такая такую то что чтобы как где
куда откуда когда почему зачем кто какой какая какое какие какую какого сколько ли не нет да и а но или если же бы в во на с со к ко у о об от до за по под над из для при через
без про ещё уже только очень есть быть был была было были будет будут можно нужно нужна нужны надо хочу хотим могу может можете мочь меня мне обязаны должны делать сделать
подскажите скажите пожалуйста здравствуйте так там тут здесь всё все весь вся этого чем чего`;
const ENGLISH = `i you he she we they me my mine your his her our their us them it its this that these those a an the is are am was were be been do does did have has had can could
will would should may might must to of in on at by for from with without and or but if not no so as about into out up down what which who whom where when why how there here any
some please tell get got say says want need`;
const LATIN_SPELT = `qashan kashan qalai kalai qanday qandai kandai qayda kaida kayda kerek ushin nege ne isteymin jok bar kak kogda gde kuda skolko nuzhno mozhno ili dlya`;

/** Words of almost any request: they tell what is wanted of a thing, hardly ever which thing. */
const REQUEST = `стоит цена купить оформить получить подать поставить взять найти открыть сделать нужны документы бумаги заявление вопрос день дней месяц год время человек
другой другая другого другом другую басқа басқаша теңге ақша деньги город қала қалада рәсімдеу рәсімдейді алу қою құжат қағаз уақыт күн күні адам жер жаңа новый ескі старый тұрады баға табамын қаладан жаса жасау жазып жаз`;
const REQUEST_ENGLISH = `cost much many apply pay open find bring buy make take papers documents day days month year time people person new old city money there number long before after sign know other another`;

const lists = (text: string): string[] => text.split(/\s+/);

/** Folded keys of Cyrillic stop words. */
export const CYRILLIC_STOP_WORDS: ReadonlySet<string> = new Set(
  [...lists(KAZAKH), ...lists(RUSSIAN)].map(foldCyrillic),
);
export const LATIN_STOP_WORDS: ReadonlySet<string> = new Set([...lists(ENGLISH), ...lists(LATIN_SPELT)]);

/** Folded Cyrillic and plain English words of requests. */
export const REQUEST_WORDS: ReadonlySet<string> = new Set([
  ...lists(REQUEST).map(foldCyrillic),
  ...lists(REQUEST_ENGLISH),
]);
