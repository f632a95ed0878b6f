import type { ColumnField } from '#contract/importing.ts'

/** What the columns of tables of articles are called, in the languages of the people who make such tables. */

export type Field = Exclude<ColumnField, 'none'>

/** As scrapers, news services and people write them, the most telling first. Case, accents and blanks do not count. */
export const columnNames: Readonly<Record<Field, readonly string[]>> = {
  text: namesIn(`
    text, full text, article text, body text, article body, main text, maintext, plain text, body, content,
    contents, article, article content, news content, story, post, message, raw text, clean text, cleaned text,
    transcript, paragraphs, body html, content html, html, Volltext, Artikeltext, Inhalt, Beitrag, Nachricht, texte,
    texte intégral, contenu, corps, texto, texto completo, contenido, cuerpo, artículo, noticia, conteúdo, corpo,
    notícia, testo, contenuto, articolo, tekst, volledige tekst, treść, zawartość, innehåll, indhold, metin, içerik,
    haber, szöveg, tartalom, obsah, κείμενο, текст, содержание, статья, зміст, النص, نص, المحتوى, متن, טקסט, תוכן,
    本文, 正文, 内容, 內容, 文章, 본문, 내용, पाठ`),
  title: namesIn(`
    title, headline, article title, news title, web title, head line, heading, main headline, subject, Titel,
    Überschrift, Schlagzeile, titre, título, titular, titolo, tytuł, rubrik, overskrift, kop, başlık, cím, titulek,
    nadpis, τίτλος, заголовок, название, العنوان, عنوان, כותרת, タイトル, 題名, 見出し, 标题, 標題, 제목, शीर्षक, name`),
  publisher: namesIn(`
    publisher, publication, outlet, media outlet, news outlet, newspaper, source name, site name, website, site,
    source, provider, channel, media, press, feed, journal, domain, source domain, Herausgeber, Verlag, Zeitung,
    Quelle, Medium, éditeur, média, editor, editorial, medio, periódico, fuente, fonte, veículo, jornal, editore,
    testata, giornale, uitgever, krant, bron, wydawca, gazeta, źródło, utgivare, källa, kilde, yayıncı, gazete,
    kaynak, forrás, zdroj, издатель, издание, источник, джерело, видання, الناشر, المصدر, الصحيفة, מקור, עיתון, 媒体,
    媒體, 来源, 來源, 出典, 新聞社, 언론사, 출처, स्रोत`),
  author: namesIn(`
    author, authors, byline, by line, by, writer, written by, author name, reporter, journalist, creator,
    contributor, columnist, Autor, Autoren, Verfasser, auteur, auteurs, journaliste, autora, autores, firma,
    redactor, autore, autori, giornalista, schrijver, autorzy, författare, forfatter, skribent, yazar, szerző,
    συγγραφέας, автор, авторы, الكاتب, المؤلف, كاتب, نویسنده, מחבר, כתב, 作者, 著者, 記者, 记者, 기자, 저자, लेखक`),
  dateline: namesIn(`
    dateline, date line, place line, location line, Ortsmarke`),
  published: namesIn(`
    published, published at, publish date, published date, date published, publication date, pub date, published on,
    published time, publish time, publication time, web publication date, date, datetime, date time, issued, posted,
    posted at, post date, article date, release date, timestamp, time, created, created at, Datum, veröffentlicht,
    Veröffentlichungsdatum, Erscheinungsdatum, date de publication, publié le, fecha, fecha de publicación,
    publicado, data, data de publicação, data di pubblicazione, publicatiedatum, gepubliceerd, data publikacji,
    opublikowano, publicerad, dato, tarih, yayın tarihi, dátum, datum zveřejnění, ημερομηνία, дата, дата публикации,
    опубликовано, تاريخ, التاريخ, تاريخ النشر, تاریخ, תאריך, 日期, 发布时间, 發布時間, 日付, 公開日, 掲載日, 날짜, 게시일, तारीख`),
  updated: namesIn(`
    updated, updated at, update date, date updated, modified, modified at, date modified, last modified, last
    updated, revised, aktualisiert, geändert, mis à jour, mise à jour, actualizado, atualizado, aggiornato,
    bijgewerkt, zaktualizowano, uppdaterad, güncellendi, обновлено, تحديث, 更新, 更新日`),
  url: namesIn(`
    url, link, web url, article url, article link, source url, canonical url, permalink, href, uri, address,
    Adresse, lien, enlace, ссылка, الرابط, رابط, קישור, 链接, 網址, 링크`),
  language: namesIn(`
    language, lang, Sprache, langue, idioma, lingua, taal, język, dil, язык, اللغة, 语言, 言語`),
}

/** Taken for the text only where nothing better is there: they hold the beginning of an article, not all of it. */
export const shortTexts: readonly string[] = namesIn(
  'description, summary, abstract, snippet, excerpt, lead, lead paragraph, teaser, Zusammenfassung',
)

function namesIn(list: string): string[] {
  return list.split(',').map((name) => name.trim())
}
