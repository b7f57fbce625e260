"""Chinese or English: the translations of the screens."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLibraryInfo, QLocale, QTranslator

from models.catalogue import Language
from resources import resource

LOCALES = {Language.ZH: "zh_CN", Language.EN: "en"}

# Words of Qt's own dialogs that its Chinese translation lacks; ours says them.
QT_WORDS = (
    ("QFileDialog", QT_TRANSLATE_NOOP("QFileDialog", "&Look in:")),
    ("QFileDialog", QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:")),
    ("QAbstractFileIconProvider", QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder")),
    ("QAbstractFileIconProvider", QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "%1 File")),
    ("QPrintSettingsOutput", QT_TRANSLATE_NOOP("QPrintSettingsOutput", "Duplex Printing")),
    ("QPrintSettingsOutput", QT_TRANSLATE_NOOP("QPrintSettingsOutput", "None")),
    ("QPrintSettingsOutput", QT_TRANSLATE_NOOP("QPrintSettingsOutput", "Long side")),
    ("QPrintSettingsOutput", QT_TRANSLATE_NOOP("QPrintSettingsOutput", "Short side")),
    ("QUnixPrintWidget", QT_TRANSLATE_NOOP("QUnixPrintWidget", "Print to File (PDF)")),
)


def install(app: QCoreApplication, language: Language) -> list[QTranslator]:
    """Make the application speak a language; returns the translators (to be removed in tests).

    The source strings are English, so English needs none.
    """
    QLocale.setDefault(QLocale(LOCALES[language]))
    if language is Language.EN:
        return []
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    installed = []
    for load in (
        lambda t: t.load("qtbase_zh_CN", qt_folder),
        lambda t: t.load(str(resource("translations/weigui_zh_CN.qm"))),
    ):
        translator = QTranslator(app)
        if load(translator):
            app.installTranslator(translator)
            installed.append(translator)
    return installed
