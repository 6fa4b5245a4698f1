"""The files of `protocols/schema/`: a JSON Schema for each kind of YAML file, offering the vocabulary's own words."""

import json
from pathlib import Path

from protocolau.model.vocabulary import Vocabulary
from protocolau.repository.repository import SCHEMAS
from protocolau.repository.vocabulary_files import VOCABULARY, load_vocabulary
from protocolau.schema.json_schemas import Choices, json_schemas


def schema_files(protocols: Path) -> dict[Path, str]:
    """Each schema file below a folder of protocols, with what belongs in it."""
    schemas = json_schemas(_choices(load_vocabulary(protocols / VOCABULARY)))
    return {
        protocols / SCHEMAS / f"{name}.json": json.dumps(schema, indent=1, ensure_ascii=False) + "\n"
        for name, schema in schemas.items()
    }


def _choices(vocabulary: Vocabulary) -> Choices:
    """For each key whose words are the vocabulary's, those words."""
    return {
        "protocol": {
            "topic": list(vocabulary.topics),
            "policies": list(vocabulary.policies),
            "by": list(vocabulary.parties),
            "to": list(vocabulary.parties),
            "about": list(vocabulary.parties),
        },
        "documents": {"expects": list(vocabulary.topics)},
        "topics": {"see": list(vocabulary.topics)},
        "council": {"kind": list(vocabulary.kinds), "nation": list(vocabulary.nations)},
    }
