// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/early_reading.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <set>

namespace app {

namespace {

std::set<std::string> namesWith(const QStringList& choices, const QString& shown) {
  std::set<std::string> names;
  for (const QString& choice : choices)
    if (const QStringList parts = choice.split(QLatin1Char(':')); parts.size() == 3 && parts[1] == shown)
      names.insert(parts[0].toStdString());
  return names;
}

}  // namespace

struct EarlyReading::State {
  enum class Step { kWaiting, kReading, kReady, kLeft };  // kLeft: the caller's
  struct Layer {
    std::string id;
    std::shared_ptr<const layers::CatalogueEntry> entry;  // null: terrain
    std::filesystem::path file;
    Step step = Step::kWaiting;
    std::optional<ReadLayer> read;
  };

  std::filesystem::path folder;
  std::set<std::string> switched_on, switched_off;
  gis::CancelToken cancel = gis::CancelToken::create();

  // Below: under the mutex, but for the layer that a worker has set to kReading and the places it reads.
  std::mutex mutex;
  std::condition_variable changed;
  std::optional<gis::Result<ReadWorkspace>> workspace;
  OpenWorkspace places;
  std::vector<Layer> layers;

  bool wants(const std::string& id, bool usually) const {
    return usually ? !switched_off.contains(id) : switched_on.contains(id);
  }
};

EarlyReading::EarlyReading(JobPools& pools, std::filesystem::path folder, const QStringList& choices)
    : m_state(std::make_shared<State>()) {
  m_state->folder = std::move(folder);
  m_state->switched_on = namesWith(choices, QStringLiteral("1"));
  m_state->switched_off = namesWith(choices, QStringLiteral("0"));
  pools.run(
      Pool::kIo, [&pools, state = m_state] { readAll(pools, state); }, JobPools::kMapFirst);
}

EarlyReading::~EarlyReading() { m_state->cancel.cancel(); }

void EarlyReading::readAll(JobPools& pools, const std::shared_ptr<State>& state) {
  auto read = readWorkspace(state->folder);
  {
    const std::lock_guard lock(state->mutex);
    if (read) {
      state->places = read->workspace;
      for (const layers::GroundLayer& ground : read->ground)
        if (state->wants(ground.id, ground.visible))
          state->layers.push_back({ground.id, nullptr, ground.file, State::Step::kWaiting, {}});
      for (const layers::CatalogueEntry& entry : read->catalogue.entries)
        if (read->counts.contains(entry.table) && state->wants(entry.id, entry.visible))
          state->layers.push_back(
              {entry.id, std::make_shared<const layers::CatalogueEntry>(entry), {}, State::Step::kWaiting, {}});
    }
    state->workspace = std::move(read);
  }
  state->changed.notify_all();
  pools.run(
      Pool::kIo, [state] { readLayers(*state); }, JobPools::kMapFirst);
  readLayers(*state);
}

void EarlyReading::readLayers(State& state) {
  std::unique_lock lock(state.mutex);
  for (State::Layer& layer : state.layers) {
    if (layer.step != State::Step::kWaiting || state.cancel.cancelled()) continue;
    layer.step = State::Step::kReading;
    lock.unlock();
    std::optional<ReadLayer> read;
    if (layer.entry)
      read = keptTable(state.places, *layer.entry);
    else if (auto ground = readGround(state.places, layer.id, layer.file, state.cancel))
      read = std::move(*ground);
    lock.lock();
    layer.step = read ? State::Step::kReady : State::Step::kLeft;
    layer.read = std::move(read);
    state.changed.notify_all();
  }
}

gis::Result<ReadWorkspace> EarlyReading::workspace() {
  std::unique_lock lock(m_state->mutex);
  m_state->changed.wait(lock, [this] { return m_state->workspace.has_value(); });
  return std::move(*m_state->workspace);
}

std::optional<ReadLayer> EarlyReading::take(const std::string& layer_id, Wait wait) {
  std::unique_lock lock(m_state->mutex);
  const auto layer = std::ranges::find(m_state->layers, layer_id, &State::Layer::id);
  if (layer == m_state->layers.end()) return std::nullopt;
  if (layer->step == State::Step::kReading) {
    if (wait == Wait::kNo) return std::nullopt;
    m_state->changed.wait(lock, [&] { return layer->step != State::Step::kReading; });
  }
  const bool ready = layer->step == State::Step::kReady;
  if (ready || wait == Wait::kYes) layer->step = State::Step::kLeft;
  return ready ? std::exchange(layer->read, std::nullopt) : std::nullopt;
}

bool EarlyReading::finished() const {
  const std::lock_guard lock(m_state->mutex);
  return m_state->workspace && std::ranges::none_of(m_state->layers, [](const State::Layer& layer) {
           return layer.step == State::Step::kWaiting || layer.step == State::Step::kReading;
         });
}

}  // namespace app
