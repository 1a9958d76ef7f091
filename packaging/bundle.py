"""What goes into the packaged program and what stays out. `build.spec` and its test use it; it imports nothing.

Places are destinations inside the bundle, with forward slashes, as PyInstaller names them on every system.
"""

from fnmatch import fnmatch

APP_ID = "org.tawsim.Tawsim"

# Never imported by what we use: found by PyInstaller because some library would use them if they were there.
ALWAYS_OUT = """
IPython PIL _pytest cffi hypothesis matplotlib mypy nltk numba pandas pip pkg_resources pytest setuptools sklearn
tensorboard tkinter wheel
""".split()
# Agreement matches spans by scipy.sparse.csgraph; of the rest of scipy it needs only what that imports.
SCIPY_OUT = """
scipy.cluster scipy.constants scipy.datasets scipy.differentiate scipy.fft scipy.fftpack scipy.integrate
scipy.interpolate scipy.io scipy.misc scipy.ndimage scipy.odr scipy.optimize scipy.signal scipy.spatial scipy.special
scipy.stats
""".split()
# Of CAMeL-Tools' and torch's needs, those that the NER and the morphology do not touch.
CAMEL_OUT = """
camel_tools.cli camel_tools.dialectid camel_tools.sentiment hf_xet networkx torch.utils.tensorboard
""".split()
LITE_OUT = """
camel_tools dill emoji huggingface_hub safetensors sympy tokenizers torch torchgen transformers
""".split()
# Imported by name at run time, where PyInstaller cannot see it.
CAMEL_IN = """
camel_tools.disambig.mle camel_tools.morphology.analyzer camel_tools.ner camel_tools.tokenizers.morphological
camel_tools.tokenizers.word transformers.models.bert.configuration_bert transformers.models.bert.modeling_bert
transformers.models.bert.tokenization_bert
""".split()

# Files left out, by their place: headers and what torch tests itself with; of Qt all of QML, platforms without windows
# (but offscreen), and GTK's theme, which would bring the builder's GTK along. The sources of torch stay where it reads
# them at import (TorchScript, dynamo); their compiled modules are all there.
DROPPED = """
*.h *.hpp *.cuh *.cmake *.lib *.pyi *.a
torch/bin/* torch/include/* torch/share/* torch/test/* torch/lib/*_test.* torch/lib/libbackend_with_compiler.*
torch/lib/libaoti_custom_ops.* torch/lib/libc10_cuda* torch/lib/libshm_windows/* torch/utils/model_dump/*
torch/testing/*.py torch/onnx/*.py torch/ao/*.py torch/_vendor/*.py torch/export/*.py torch/_inductor/codegen/*.py
torch/_inductor/fx_passes/*.py torch/_inductor/kernel/*.py torch/distributed/benchmarks/*.py
PySide6/Qt/qml/* PySide6/qml/* PySide6/Qt/metatypes/* PySide6/Qt/translations/* PySide6/translations/*
PySide6/Qt/lib/libQt6Quick* PySide6/Qt/lib/libQt6Qml* PySide6/Qt/lib/libQt6VirtualKeyboard* PySide6/Qt/lib/libQt6Pdf*
PySide6/Qt6Quick* PySide6/Qt6Qml* PySide6/Qt6Pdf* PySide6/Qt6VirtualKeyboard* PySide6/opengl32sw.dll
PySide6/*plugins/platforms/*eglfs* PySide6/*plugins/platforms/*linuxfb* PySide6/*plugins/platforms/*minimalegl*
PySide6/*plugins/platforms/*vkkhr* PySide6/*plugins/platforms/*vnc* PySide6/*plugins/platforms/*direct2d*
PySide6/*plugins/egldeviceintegrations/* PySide6/*plugins/platformthemes/*gtk* PySide6/*plugins/qmltooling/*
PySide6/*plugins/platforminputcontexts/*virtualkeyboard* PySide6/*plugins/generic/* PySide6/*plugins/sqldrivers/*
PySide6/*plugins/imageformats/*pdf* libgtk-3* libgdk-3*
""".split()
# Kept although a pattern above drops it.
KEPT = ["PySide6/*translations/qtbase_ar.qm", "PySide6/*translations/qtbase_en.qm", "torch/bin/torch_shm_manager*"]
# Of these folders only what is named stays: most are languages and model families that the program never asks for.
ONLY = {
    "babel/locale-data/": ["root.dat", "ar.dat", "ar_*.dat", "en.dat", "en_*.dat"],
    "transformers/models/": ["__init__.py", "auto/*", "bert/*"],
}


def kept(place: str) -> bool:
    """Whether the file that would stand at `place` goes into the bundle."""
    place = place.replace("\\", "/")
    for folder, names in ONLY.items():
        if place.startswith(folder):
            return any(fnmatch(place[len(folder) :], name) for name in names)
    return any(fnmatch(place, name) for name in KEPT) or not any(fnmatch(place, name) for name in DROPPED)


def kept_module(name: str) -> bool:
    """Whether the compiled module of this dotted name goes into the bundle: model families go by ONLY as files do."""
    family = name.removeprefix("transformers.models.")
    return family == name or family.split(".")[0] in {"auto", "bert"}


def version_resource(version: str) -> str:
    """What Windows shows in a program's properties, in the form that PyInstaller reads; `version` is like 1.2.3."""
    numbers = (*(int(part) for part in version.split(".")[:3]), 0)
    texts = {
        "CompanyName": "The Tawsim authors",
        "FileDescription": "Tawsim (توسيم): annotation of Arabic text",
        "FileVersion": version,
        "InternalName": "Tawsim",
        "LegalCopyright": "MIT licence",
        "OriginalFilename": "Tawsim.exe",
        "ProductName": "Tawsim",
        "ProductVersion": version,
    }
    strings = ", ".join(f"StringStruct({name!r}, {text!r})" for name, text in texts.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0, OS=0x40004, "
        f"fileType=1, subtype=0, date=(0, 0)), kids=[StringFileInfo([StringTable('040904B0', [{strings}])]), "
        "VarFileInfo([VarStruct('Translation', [1033, 1200])])])\n"
    )


def info_plist(version: str) -> dict[str, object]:
    """macOS's Info.plist: the `.tawsim` file type is ours, and text files and folders may be dropped on the icon."""
    return {
        "CFBundleShortVersionString": version,
        "CFBundleDevelopmentRegion": "ar",
        "CFBundleLocalizations": ["ar", "en"],
        "LSMinimumSystemVersion": "13.0",
        "NSHighResolutionCapable": True,
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": f"{APP_ID}.project",
                "UTTypeDescription": "Tawsim project",
                "UTTypeConformsTo": ["public.data"],
                "UTTypeTagSpecification": {
                    "public.filename-extension": ["tawsim"],
                    "public.mime-type": ["application/x-tawsim"],
                },
            }
        ],
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Tawsim project",
                "CFBundleTypeRole": "Editor",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [f"{APP_ID}.project"],
            },
            {
                "CFBundleTypeName": "Text",
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "Alternate",
                "LSItemContentTypes": ["public.plain-text", "public.folder"],
            },
        ],
    }
