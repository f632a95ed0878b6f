import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { decode } from './decode.ts'

/** Short texts in old encodings, none of which says which: how many are read as they were written. */

const texts: Readonly<Record<string, readonly [encodings: readonly string[], text: string]>> = {
  fr: [
    ['windows-1252', 'iso-8859-15'],
    "Les vols entre Port Vell et l'île de Hask ont repris samedi matin après une interruption de trois semaines, a annoncé la compagnie. L'aéroport avait été fermé à la suite d'un incendie qui n'avait pas fait de victimes. La ministre a déclaré que les travaux étaient achevés et que les passagers seraient indemnisés dès la semaine prochaine. ",
  ],
  de: [
    ['windows-1252', 'iso-8859-1'],
    'Die Fähre zwischen Norrel und der Insel Hask fährt seit Freitagmorgen wieder. Das teilte die Reederei mit. Die Gewerkschaft kündigte an, im Juni erneut zu verhandeln. Über die Höhe der Löhne wurde nichts bekannt, und die Behörden äußerten sich zunächst nicht zu den Vorwürfen der Kapitäne. ',
  ],
  es: [
    ['windows-1252', 'iso-8859-1'],
    'El puerto de Norrel reabrió este viernes tras doce días de cierre por la huelga de los prácticos, informó la autoridad portuaria. Los sindicatos advirtieron, sin embargo, de que el acuerdo solo es válido hasta junio. La ministra aseguró que no habrá más interrupciones este año en la región. ',
  ],
  sv: [
    ['windows-1252'],
    'Färjan mellan Norrel och ön Hask går igen sedan fredag morgon, meddelade rederiet. Facket sade att man åter kommer att förhandla i juni. Ingen vet ännu hur höga lönerna blir, och myndigheterna ville inte svara på frågor under helgen. ',
  ],
  pl: [
    ['windows-1250', 'iso-8859-2'],
    'Port w Norrel wznowił w piątek pracę po dwunastu dniach strajku pilotów, poinformował zarząd portu. Porozumienie obowiązuje do czerwca. Minister powiedziała, że więcej przerw nie będzie, ale związkowcy ostrzegają, że żądania płacowe wciąż nie zostały spełnione. ',
  ],
  cs: [
    ['windows-1250', 'iso-8859-2'],
    'Přístav v Norrelu obnovil v pátek provoz po dvanácti dnech stávky, oznámila správa přístavu. Dohoda platí do června. Ministryně řekla, že další přerušení již nebudou, odbory však varují, že jejich požadavky nebyly splněny a že příští měsíc znovu vyjdou do ulic. ',
  ],
  hu: [
    ['windows-1250', 'iso-8859-2'],
    'A norreli kikötő pénteken újra megnyílt a révkalauzok tizenkét napos sztrájkja után, közölte a kikötői hatóság. A megállapodás júniusig érvényes. A miniszter azt mondta, hogy több leállás nem lesz, a szakszervezetek azonban óvatosságra intenek, és őszre újabb tüntetéseket terveznek. ',
  ],
  ro: [
    ['windows-1250', 'iso-8859-2'],
    'Portul Norrel s-a redeschis vineri după douăsprezece zile de grevă a piloţilor, a anunţat autoritatea portuară. Acordul este valabil până în iunie. Ministra a spus că nu vor mai fi întreruperi, dar sindicatele avertizează că cererile lor nu au fost îndeplinite.',
  ],
  ru: [
    ['windows-1251', 'koi8-r', 'iso-8859-5', 'cp866'],
    'Порт Норрель возобновил работу в пятницу после двенадцатидневной забастовки лоцманов, сообщило портовое управление. Перерывов больше не будет, заявила министр транспорта. Соглашение действует до июня, однако профсоюзы предупреждают, что их требования не выполнены. ',
  ],
  uk: [
    ['windows-1251', 'koi8-u'],
    "Порт Норрель відновив роботу в п'ятницю після дванадцятиденного страйку лоцманів, повідомило портове управління. Перерв більше не буде, заявила міністерка транспорту. Угода діє до червня, однак профспілки попереджають, що їхні вимоги не виконано. ",
  ],
  el: [
    ['windows-1253', 'iso-8859-7'],
    'Το λιμάνι του Νόρελ άνοιξε ξανά την Παρασκευή μετά από δώδεκα ημέρες απεργίας των πλοηγών, ανακοίνωσε η λιμενική αρχή. Η συμφωνία ισχύει μέχρι τον Ιούνιο. Η υπουργός δήλωσε ότι δεν θα υπάρξουν άλλες διακοπές, αλλά τα συνδικάτα προειδοποιούν. ',
  ],
  tr: [
    ['windows-1254', 'iso-8859-9'],
    'Norrel limanı, kılavuz kaptanların on iki gün süren grevinin ardından cuma günü yeniden açıldı. Liman yönetimi bunu duyurdu. Ulaştırma bakanı başka kesinti olmayacağını söyledi, ancak sendikalar isteklerinin henüz karşılanmadığını ve haziranda yeniden görüşeceklerini belirtti. ',
  ],
  he: [
    ['windows-1255'],
    'נמל נורל נפתח מחדש ביום שישי אחרי שביתה של שנים עשר ימים של הנתבים, כך הודיעה רשות הנמלים. ההסכם בתוקף עד יוני. שרת התחבורה אמרה כי לא יהיו הפסקות נוספות, אולם האיגודים מזהירים שדרישותיהם לא נענו. ',
  ],
  ar: [
    ['windows-1256', 'iso-8859-6'],
    'أعلنت هيئة الموانئ في فيلاند يوم الجمعة استئناف العمل في ميناء نوريل بعد إضراب للمرشدين دام اثني عشر يوما. وقالت وزيرة النقل إن العمل لن يتوقف مرة أخرى، ويسري الاتفاق حتى شهر يونيو المقبل. ',
  ],
  ja: [
    ['shift_jis', 'euc-jp'],
    'ノレル港は金曜日、水先案内人による十二日間のストライキの後に業務を再開した。港湾当局が発表した。これ以上の中断はないと運輸大臣は述べた。合意は六月まで有効であるが、組合は要求がまだ満たされていないと警告している。',
  ],
  zh: [
    ['gbk', 'gb18030'],
    '诺雷尔港在引航员罢工十二天之后于星期五重新开放，港务局宣布。交通部长说，不会再有中断。协议有效期至六月，但工会警告说，他们的要求尚未得到满足。渡轮公司表示将向乘客退还票款。',
  ],
  zt: [
    ['big5'],
    '諾雷爾港在引航員罷工十二天之後於星期五重新開放，港務局宣布。交通部長說，不會再有中斷。協議有效期至六月，但工會警告說，他們的要求尚未得到滿足。渡輪公司表示將向乘客退還票款。',
  ],
  ko: [
    ['euc-kr'],
    '노렐항은 도선사들의 십이일간의 파업 끝에 금요일 다시 문을 열었다고 항만 당국이 발표했다. 더 이상의 중단은 없을 것이라고 교통부 장관은 말했다. 합의는 유월까지 유효하지만 노조는 요구가 아직 충족되지 않았다고 경고한다. ',
  ],
  th: [
    ['tis-620'],
    'ท่าเรือนอร์เรลเปิดทำการอีกครั้งในวันศุกร์หลังจากการนัดหยุดงานของนำร่องเป็นเวลาสิบสองวัน การท่าเรือประกาศ ข้อตกลงมีผลถึงเดือนมิถุนายน แต่สหภาพแรงงานเตือนว่าข้อเรียกร้องยังไม่ได้รับการตอบสนอง ',
  ],
  en: [
    ['windows-1252'],
    'The pilots’ union said on Monday – for the second time – that it would not return to the harbour “until the letter is signed”. The minister’s office declined to comment on the café meeting that was reported by two papers. ',
  ],
}

const lengths = [80, 160, 400, 2_000]

/** Pieces of the text of about so many bytes, from several places in it. */
function piecesOf(text: string, encoding: string): string[] {
  const perCharacter = iconv.encode(text, encoding).length / text.length
  return lengths.map((length, at) => {
    const from = Math.floor((text.length * at) / lengths.length)
    return text.repeat(20).slice(from, from + Math.floor(length / perCharacter))
  })
}

test('of short texts in old encodings 96 of 100 and more are read as they were written', () => {
  const samples = Object.entries(texts).flatMap(([language, [encodings, text]]) =>
    encodings.flatMap((encoding) => piecesOf(text, encoding).map((piece) => ({ language, encoding, piece }))),
  )
  const wrong = samples.filter(({ encoding, piece }) => decode(iconv.encode(piece, encoding)).text !== piece)
  const told = wrong.map(({ language, encoding, piece }) => `${language} ${encoding} ${piece.length}`)
  expect(wrong.length / samples.length, told.join()).toBeLessThanOrEqual(0.04)
})
