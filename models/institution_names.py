"""What the name of an institution tells: its type, its township, and which listed one is meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from models.facility import FacilityType
from models.geography import Division
from models.plan import CountyInfo

# The first word found in a name decides. 中心卫生院 stands before 社区卫生服务中心, since a name
# such as 龙岗中心卫生院（社区卫生服务中心） is a central township health centre that also serves as
# the community's; without 中心 the community health centre in brackets is what stands in a
# subdistrict (街道), hence it comes before 卫生院.
_TYPE_WORDS: tuple[tuple[str, FacilityType], ...] = (
    ("中心卫生院", FacilityType.CENTRAL_TOWNSHIP_HEALTH_CENTRE),
    ("社区卫生服务中心", FacilityType.COMMUNITY_HEALTH_CENTRE),
    ("社区卫生服务站", FacilityType.COMMUNITY_HEALTH_STATION),
    ("卫生院", FacilityType.TOWNSHIP_HEALTH_CENTRE),
    ("卫生室", FacilityType.VILLAGE_CLINIC),
    ("妇幼", FacilityType.MCH_HOSPITAL),
    ("疾病预防控制", FacilityType.CDC),
    ("疾控", FacilityType.CDC),
    ("卫生监督", FacilityType.HEALTH_SUPERVISION),
    ("急救", FacilityType.EMERGENCY_STATION),
    ("门诊部", FacilityType.OUTPATIENT_DEPARTMENT),
    ("诊所", FacilityType.CLINIC),
    ("中医", FacilityType.TCM_HOSPITAL),
    ("精神", FacilityType.SPECIALIST_HOSPITAL),
    ("专科", FacilityType.SPECIALIST_HOSPITAL),
    ("传染病", FacilityType.SPECIALIST_HOSPITAL),
    ("康复", FacilityType.SPECIALIST_HOSPITAL),
    ("口腔", FacilityType.SPECIALIST_HOSPITAL),
    ("眼科", FacilityType.SPECIALIST_HOSPITAL),
    ("骨科", FacilityType.SPECIALIST_HOSPITAL),
    ("肿瘤", FacilityType.SPECIALIST_HOSPITAL),
    ("人民医院", FacilityType.GENERAL_HOSPITAL),
    ("中心医院", FacilityType.GENERAL_HOSPITAL),
    ("综合医院", FacilityType.GENERAL_HOSPITAL),
)
_DIVISION_ENDINGS = ("街道", "镇", "乡")


def type_by_name(name: str) -> FacilityType:
    """The type that the name tells; UNSPECIFIED where it tells none."""
    return next((t for word, t in _TYPE_WORDS if word in name), FacilityType.UNSPECIFIED)


def township_by_name(
    name: str, county: CountyInfo, divisions: Iterable[Division]
) -> Division | None:
    """The township whose name the institution's begins with: 龙岗中心卫生院 → 龙岗街道.

    The county's own name before it is skipped. None where no township fits, or two fit alike.
    """
    own = name.removeprefix(county.name)
    fitting = [d for d in divisions if d.parent is None and own.startswith(_without_ending(d.name))]
    longest = max((len(_without_ending(d.name)) for d in fitting), default=0)
    best = [d for d in fitting if len(_without_ending(d.name)) == longest]
    return best[0] if len(best) == 1 else None


def institution_meant(short: str, names: Sequence[str], county: CountyInfo) -> str | None:
    """The listed institution that a table calls by a shorter or misspelt name; None if unsure.

    Tried in order, each only where exactly one institution fits: the same name without the county
    (区人民医院 → 大足区人民医院), with 中医院 for 中医医院; the end of the name (经开区人民医院 →
    双桥经开区人民医院); the same but for one character dropped or added (区第二人民院).
    """
    found = _fitting(short, names, county)
    return found[0] if len(found) == 1 else None


def is_listed(short: str, names: Sequence[str], county: CountyInfo) -> bool:
    """Whether a name can mean a listed institution, or any of several; 龙岗社区卫生服务中心 is also
    龙岗街道中心卫生院（社区卫生服务中心）."""
    bare = [_bare(name, county) for name in names]
    return bool(_fitting(short, names, county)) or _bare(short, county) in bare


def _fitting(short: str, names: Sequence[str], county: CountyInfo) -> list[str]:
    wanted = own_name(short, county)
    plain = {name: own_name(name, county) for name in names}
    for fits in (
        lambda listed: listed == wanted,
        lambda listed: listed.endswith(wanted),
        lambda listed: _one_apart(listed, wanted),
    ):
        found = [name for name, listed in plain.items() if fits(listed)]
        if found:
            return found
    return []


def is_misspelt(short: str, listed: str, county: CountyInfo) -> bool:
    """Whether a name is the listed one but for a single character dropped or added; not where a
    shorter form leaves out 镇 or 乡."""
    is_shorter = _bare(listed, county) == _bare(short, county)
    return not is_shorter and _one_apart(own_name(listed, county), own_name(short, county))


def own_name(name: str, county: CountyInfo) -> str:
    """A name without the county's, with 中医院 for 中医医院."""
    own = name.removeprefix(county.name)
    if own == name and own[:1] in ("区", "县", "市", "旗"):
        own = own[1:]
    return own.replace("中医医院", "中医院")


def _bare(name: str, county: CountyInfo) -> str:
    """Of a primary institution the name of its place: 龙岗; of another its own name."""
    without = re.sub("[（(].*", "", own_name(name, county))
    return re.sub("(?:街道|镇|乡)?(?:中心)?(?:卫生院|社区卫生服务中心)$", "", without)


def _one_apart(one: str, other: str) -> bool:
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return len(longer) == len(shorter) + 1 and any(
        longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer))
    )


def _without_ending(name: str) -> str:
    for ending in _DIVISION_ENDINGS:
        if name.endswith(ending) and len(name) > len(ending) + 1:
            return name.removesuffix(ending)
    return name
