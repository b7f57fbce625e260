"""Chinese or English: the translations of the screens."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from models.catalogue import Language
from resources import resource

LOCALES = {Language.ZH: "zh_CN", Language.EN: "en"}


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
