// Reads YAML documents, one JSON string a line, and prints what sigs.k8s.io/yaml makes of each, as JSON, a line each.
// A document it refuses becomes the JSON object {"refused": "<why>"}.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"log"
	"os"

	"sigs.k8s.io/yaml"
)

func main() {
	in := bufio.NewReader(os.Stdin)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	decoder := json.NewDecoder(in)
	for decoder.More() {
		var text string
		if err := decoder.Decode(&text); err != nil {
			log.Fatal(err)
		}
		value, err := yaml.YAMLToJSONStrict([]byte(text))
		if err != nil {
			value, _ = json.Marshal(map[string]string{"refused": err.Error()})
		}
		fmt.Fprintf(out, "%s\n", value)
	}
}
